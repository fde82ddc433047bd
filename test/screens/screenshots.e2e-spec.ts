import { copyFileSync, mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../src/web/language.js';
import { IDENTITY_SCREENS } from './gallery/identity.js';
import { MEMBERS_SCREENS } from './gallery/members.js';
import { OUTSIDE } from './gallery/outside.js';
import { OWN_SCREENS } from './gallery/own.js';
import { LOOKERS, type Looker, type Screen } from './gallery/screen.js';
import { openStage, type Stage } from './gallery/stage.js';
import { describeInBrowser, type Visitor } from './support/browser.js';
import { type Appearance, appearanceOf, barriersIn, bringAxe, picture } from './support/look.js';

const SHOTS = new URL('screenshots/', import.meta.url).pathname;
const DOCS = new URL('../../docs/images/', import.meta.url).pathname;
const SCREENS = [...OUTSIDE, ...MEMBERS_SCREENS, ...IDENTITY_SCREENS, ...OWN_SCREENS];
/** `UPDATE_IMAGES` is 1 for who wants to look at every screen, or says how the names of some begin. */
const WANTED = process.env['UPDATE_IMAGES'];
/** Whatever fits in Portuguese fits in English. */
const LONGEST_WORDS: readonly Language[] = ['pt'];
const WIDTHS = [1280, 360] as const;
/** Pictures of the README and the docs, by the names of their screens. */
const ILLUSTRATIONS = new Map([
  ['members', 'members'],
  ['role-mapping', 'role-mapping'],
  ['provider', 'provider'],
  ['set-up-arrived', 'set-up'],
  ['activity', 'activity'],
]);
const SCHEMES = ['light', 'dark'] as const;

interface Seat extends Visitor {
  /** Statuses of the pages that were opened. */
  readonly statuses: readonly number[];
}

describeInBrowser('every screen', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    for (const folder of [SHOTS, DOCS]) mkdirSync(folder, { recursive: true });
  }, 60_000);
  afterAll(() => stage.close());

  it.each(WANTED ? LANGUAGES : LONGEST_WORDS)(
    'in %s fits every window, has all its words, and keeps nobody out',
    async (language) => {
      const seats = await takeSeats(language);
      const faulty: unknown[] = [];
      for (const [name, looker, show, status = 200] of SCREENS.filter(isWanted)) {
        const { page, statuses, complaints } = seats.get(looker)!;
        await page.setViewportSize({ width: WIDTHS[0], height: 800 });
        await show(page, stage);
        if (WANTED) await takePictures(page, name, language);
        const faults = [...(await faultsOf(page, language)), ...complaints];
        if (statuses.at(-1) !== status) faults.push(`is answered with ${statuses.at(-1)}`);
        if (faults.length > 0) faulty.push([name, faults]);
      }
      expect(faulty).toEqual([]);
    },
    600_000,
  );

  async function takeSeats(language: Language): Promise<ReadonlyMap<Looker, Seat>> {
    const { office, accounts } = stage;
    const { dataSource } = office.running;
    await dataSource.query('UPDATE users SET locale = $1', [language]);
    const seats = LOOKERS.map(async (looker) => {
      const visitor = await (looker === 'stranger'
        ? office.visit({ locale: language })
        : office.visitAs(accounts[looker]));
      // Colours that are on their way from one to the other are none that axe should judge.
      await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
      await bringAxe(visitor.page);
      return [looker, { ...visitor, statuses: statusesOf(visitor.page) }] as const;
    });
    const taken = new Map<Looker, Seat>(await Promise.all(seats));
    const stale = `UPDATE sessions SET proved_at = now() - interval '1 hour' WHERE organization_id = $1`;
    await dataSource.query(stale, [accounts.newcomer.organizationId]);
    return taken;
  }
});

const isWanted = ([name]: Screen) =>
  !WANTED || WANTED === '1' || WANTED.split(',').some((beginning) => name.startsWith(beginning));

function statusesOf(page: Page): number[] {
  const statuses: number[] = [];
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    if (isPage && (response.status() < 300 || response.status() >= 400)) statuses.push(response.status());
  });
  return statuses;
}

async function takePictures(page: Page, name: string, language: Language): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `${SHOTS}${name}-${language}-${width}-${colorScheme}.png`);
    }
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 800 });
  const illustration = ILLUSTRATIONS.get(name);
  if (illustration && language === 'en') {
    copyFileSync(`${SHOTS}${name}-en-1280-light.png`, `${DOCS}${illustration}.png`);
  }
}

/** What is wrong with the page in each window, and as far as colours go in the other scheme too. */
async function faultsOf(page: Page, language: Language): Promise<string[]> {
  const wide = await appearanceOf(page);
  await page.setViewportSize({ width: WIDTHS[1], height: 800 });
  const narrow = await appearanceOf(page);
  const faults = [...wide.slips, ...[wide, narrow].filter(({ overflow }) => overflow > 0).map(saidOf)];
  if (wide.language !== language) faults.push(`speaks ${wide.language}`);
  faults.push(...(await barriersIn(page)));
  await page.emulateMedia({ colorScheme: wide.colorScheme === 'light' ? 'dark' : 'light' });
  return [...faults, ...(await barriersIn(page, ['color-contrast']))];
}

const saidOf = ({ width, overflow }: Appearance) => `is ${overflow} pixels wider than ${width}`;
