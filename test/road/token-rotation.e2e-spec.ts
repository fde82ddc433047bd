import { TokensService } from '@ruleforge/scim';
import { Transactions } from '../../src/database/transactions.js';
import { aUser } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;
const ROTATIONS = 3;
const CLIENTS = 8;

onEachAdapter((road) => {
  it('loses no request while tokens are rotated under load', async () => {
    const acme = await road.anOrganization();
    const first = await acme.issueToken();
    let token = first.token;
    let rotating = true;
    const statuses = new Map<number, number>();
    const client = async (name: string) => {
      for (let turn = 0; rotating || turn < 10; turn += 1) {
        const scim = new ScimClient(acme.scim.baseUrl, token);
        const { status } = await (turn % 2 === 0 ? scim.get('/Users') : scim.post('/Users', aUser(`${name}-${turn}`)));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const load = Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(`client-${index}`)));
    const ids = await rotateInARow(acme, first.id, (issued) => (token = issued));
    rotating = false;
    await load;
    expect([...statuses.keys()].sort()).toEqual([200, 201]);
    const created = await acme.scim.list({ count: '1' });
    expect(created.body.totalResults).toBe(statuses.get(201));
    expect(new Set(ids).size).toBe(ROTATIONS);
  });

  /** Each successor is taken into use at once; the one before it works on for whoever is under way with it. */
  async function rotateInARow(acme: Organization, id: string, take: (token: string) => void): Promise<string[]> {
    const { application } = road.app;
    const ids: string[] = [];
    for (let current = id; ids.length < ROTATIONS;) {
      await acme.scim.get('/Users');
      const issued = await application
        .get(Transactions)
        .run((tx) => application.get(TokensService).rotate(tx, current, 1, OPERATOR));
      take(issued.token);
      ids.push((current = issued.id));
    }
    return ids;
  }
});
