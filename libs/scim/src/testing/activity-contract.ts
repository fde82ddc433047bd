import type { ActivityEntry, ActivityListener } from '../ports/activity-listener.js';
import { type ContractCase, hold } from './contract-case.js';
import { outcomeOf } from './refusal.js';

/** What the cases of `ActivityListener` need of the host that fills it. */
export interface ActivityHost {
  readonly listener: ActivityListener;
}

/** What `ActivityListener` promises, a case for each promise. */
export const ACTIVITY_CONTRACT: readonly ContractCase<ActivityHost>[] = [
  {
    name: 'finished: throws for no entry, whatever is absent from it',
    async run({ listener }) {
      for (const entry of ENTRIES) {
        const outcome = await outcomeOf(() => Promise.resolve([teller(listener)(entry)]));
        hold(outcome.kind === 'resolved', `It threw for ${entry.operation || 'an unknown operation'}.`);
      }
    },
  },
  {
    name: 'finished: makes nobody wait',
    async run({ listener }) {
      for (const entry of ENTRIES) {
        const outcome = await outcomeOf(() => Promise.resolve([teller(listener)(entry)]));
        const isWaited = outcome.kind === 'resolved' && outcome.result[0] !== undefined;
        hold(!isWaited, 'It returned something to wait for, whose failure nobody would see.');
      }
    },
  },
];

/** The listener as a function; what it returns is not waited for, but kept in a list. */
const teller =
  (listener: ActivityListener): ((entry: ActivityEntry) => unknown) =>
  (entry) =>
    listener.finished(entry);

const LEAST: ActivityEntry = {
  connectionId: 'c1',
  at: new Date(0),
  requestId: 'r1',
  method: 'GET',
  operation: '',
  status: 404,
  changed: [],
  leniencies: [],
  durationMs: 0,
};

const ENTRIES: readonly ActivityEntry[] = [
  LEAST,
  { ...LEAST, operation: 'Users.list', status: 200, tokenId: 't1', clientAddress: '::1', client: 'Okta' },
  {
    ...LEAST,
    operation: 'Users.create',
    status: 409,
    scimType: 'uniqueness',
    detail: 'Another User has this userName.',
  },
  { ...LEAST, operation: 'Users.patch', status: 200, resourceId: 'u1', changed: ['active'], leniencies: ['op-case'] },
  { ...LEAST, operation: 'Groups.replace', status: 503, durationMs: 30_000 },
];
