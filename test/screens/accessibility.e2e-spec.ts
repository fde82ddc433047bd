import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { Transactions } from '../../src/database/transactions.js';
import { UsersService } from '../../src/users/users.service.js';
import { describeInBrowser } from './support/browser.js';
import { type Account, type Office, openOffice } from './support/office.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OUTSIDE = ['/sign-in', '/nowhere'];
const INSIDE = [
  '/settings/members',
  '/settings/members?search=nobody',
  '/settings/api-keys',
  '/settings/api-keys/new',
  '/settings/identity/provisioning',
  '/settings/identity/provisioning/:connection/role-mapping',
  '/governance/audit',
  '/governance/audit?text=nothing&period=custom',
  '/account',
  '/account?done=language',
  '/sign-in?again=yes',
];

describeInBrowser('every screen', () => {
  let office: Office;
  let account: Account;
  beforeAll(async () => {
    office = await openOffice();
    const { acme, running } = office;
    const { admin } = await running.found({ name: 'Globex', adminEmail: acme.admin.email });
    account = { ...admin, organizationId: acme.organizationId };
    await office.directory.push('Engineers', [await office.directory.assign('Ada Lovelace', 'ada@acme.test')]);
  });
  afterAll(() => office.close());

  it.each([
    ['en', { colorScheme: 'light' }],
    ['pt', { colorScheme: 'dark', width: 360 }],
  ] as const)('is for everybody, in %s: axe finds nothing serious', async (language, look) => {
    await speak(language);
    const found: unknown[] = [];
    {
      const { page: outside } = await office.visit(look);
      for (const path of OUTSIDE) found.push(...(await barriers(outside, path)));
      const { page } = await office.visitAs(account, look);
      for (const path of INSIDE) {
        found.push(...(await barriers(page, path.replace(':connection', office.acme.scim.connectionId))));
        if (path.startsWith('/governance') || path.startsWith('/settings/')) {
          expect([path, await page.locator('html').getAttribute('lang')]).toEqual([path, language]);
        }
      }
    }
    expect(found).toEqual([]);
  });

  const speak = (locale: string) => {
    const { application } = office.running;
    const [users, { single }] = [application.get(UsersService, { strict: false }), application.get(Transactions)];
    return users
      .findByAddress(single, office.acme.admin.email)
      .then((user) => users.setLocale(single, user?.id ?? '', locale));
  };
});

/** What axe calls serious or critical, with everything open that opens; and what does not fit the window. */
async function barriers(page: Page, path: string): Promise<unknown[]> {
  await page.goto(path);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
  await page.evaluate(AXE);
  const found = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run: (of: Document, how: object) => Promise<AxeAnswer> } };
    return axe.run(document, { resultTypes: ['violations'] });
  });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) return [[path, 'is wider than the window', overflow]];
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [path, id, nodes.slice(0, 3).map(({ html }) => html)]);
}

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
