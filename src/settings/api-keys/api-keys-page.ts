import type { ShownApiKey } from '../../api-keys/api-keys.service.js';

/** What can have been done just now. */
export const DONE = ['revoked'] as const;
export type Done = (typeof DONE)[number];

/** Why something was not done. */
export type ApiKeyAlert = 'gone';

/** One key, and what the viewer may do with it. */
export interface ApiKeyRow extends ShownApiKey {
  readonly isViewers: boolean;
}

/** What *Settings → API keys* shows. */
export interface ApiKeysPage {
  readonly rows: readonly ApiKeyRow[];
  /** Whether the keys of everybody are shown. */
  readonly ofEverybody: boolean;
  /** Behind which key the next page goes on; absent on the last one. */
  readonly next: string | undefined;
}
