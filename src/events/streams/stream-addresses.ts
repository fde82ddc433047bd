import type { Settings } from '../../config/settings.js';

const BASE = '/api/v1/event-streams';

/** Where a stream is polled. */
export const streamPollUrl = ({ publicUrl }: Settings, id: string): string => `${publicUrl}${BASE}/${id}/poll`;

/** Where the keys are that verify what streams give. */
export const streamKeysUrl = ({ publicUrl }: Settings): string => `${publicUrl}${BASE}/jwks.json`;
