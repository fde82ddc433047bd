import type { Page } from 'playwright-core';
import type { Stage } from './stage.js';

/** Who looks at screens: each in an organization that has something else to show. */
export const LOOKERS = ['stranger', 'administrator', 'engineer', 'newcomer', 'consultant', 'alarmed'] as const;

export type Looker = (typeof LOOKERS)[number];

/** Gets the page to where the screen is seen, in whatever language it speaks. */
type Show = (page: Page, stage: Stage) => Promise<unknown>;

/** A screen in one state. The status under which its page is answered is 200, unless it tells of a refusal. */
export type Screen = readonly [name: string, looker: Looker, show: Show, status?: number];
