import type { Page } from 'playwright-core';
import { Transactions } from '../../../src/database/transactions.js';
import { ProjectsService } from '../../../src/projects/projects.service.js';
import { RoleMappingsService } from '../../../src/provisioning/roles/role-mappings.service.js';
import type { RoleMapping } from '../../../src/provisioning/roles/role-rules.js';
import type { Office } from '../support/office.js';
import type { Stage } from './stage.js';

const ACTOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

/** Gives Acme groups and rules that make a picture: of each kind of mapping one, and groups that mean nothing. */
export async function mapGroups({ running, acme, directory }: Office, people: readonly string[]): Promise<void> {
  const leads = await directory.push('Detection leads', people.slice(0, 2));
  const engineers = await directory.push('Detection engineering', people.slice(1, 6));
  await directory.push('Analysts ', people.slice(4, 7));
  await directory.push('Everybody at Acme', people);
  await directory.push(
    'a-group-whose-name-comes-from-a-machine-0123456789-abcdefghijklmnopqrstuvwxyz',
    people.slice(0, 1),
  );
  const [application, organizationId] = [running.application, acme.organizationId];
  const [projects, rules] = [application.get(ProjectsService), application.get(RoleMappingsService)];
  const { connectionId } = acme.scim;
  await application.get(Transactions).run(async (tx) => {
    const { id: projectId } = await projects.create(tx, organizationId, 'Cloud detections', ACTOR);
    const mappings: RoleMapping[] = [
      { group: { by: 'id', value: leads }, role: 'security_content_lead' },
      { group: { by: 'id', value: engineers }, role: 'engineer' },
      { group: { by: 'name', value: 'Analysts' }, role: 'reviewer' },
      { group: { by: 'id', value: engineers }, role: 'reviewer', projectId },
    ];
    const wanted = { defaultRole: 'read_only', mappings } as const;
    const { token } = await rules.preview(tx, organizationId, connectionId, wanted);
    await rules.apply(tx, organizationId, connectionId, wanted, { token }, ACTOR);
  });
}

const addressOf = ({ acme }: Stage) => `${acme.connection}/role-mapping`;

/** The rules with an edit that is not applied. */
export async function editRoles(page: Page, stage: Stage): Promise<void> {
  await page.goto(addressOf(stage));
  await page.locator('[value="move-up 1"]').click();
  await page.locator('.decision a').waitFor();
}

/** A group that is mapped twice, refused. */
export async function mapTwice(page: Page, stage: Stage): Promise<void> {
  await page.goto(addressOf(stage));
  await page.locator('#prepare-value').fill('Detection leads');
  await page.keyboard.press('Enter');
  await page.locator('.chip--bad').first().waitFor();
  await page.locator('[value=preview]').click();
  await page.locator('main [role=alert]').waitFor();
}

/** Who would gain and lose by an edit that makes everybody an administrator. */
export async function previewRoles(page: Page, stage: Stage): Promise<void> {
  await page.goto(addressOf(stage));
  await page.locator('li', { hasText: 'Everybody at Acme' }).locator('button').first().click();
  await page.locator('ol select').nth(3).selectOption('administrator');
  await page.locator('[value="move-up 1"]').click();
  await page.locator('ol .mapping__group', { hasText: 'Detection' }).first().waitFor();
  await page.locator('[value=preview]').click();
  await page.locator('[name=token]').waitFor({ state: 'attached' });
}
