import { ApiKeysService } from '../../src/api-keys/api-keys.service.js';
import { Transactions } from '../../src/database/transactions.js';
import { ManagedMembersService } from '../../src/members/managed-members.service.js';
import { Organization } from '../road/support/organization.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const ACTOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

describe('a large organization', () => {
  let app: RunningApplication;
  let acme: Organization;
  beforeAll(async () => {
    app = await startApplication();
    acme = new Organization(app, await app.found());
  });
  afterAll(() => app.stop());

  const get = <Service>(type: new (...dependencies: never[]) => Service): Service =>
    app.application.get<Service>(type, { strict: false });
  const tx = () => get(Transactions).single;
  const replace = (path: string, value: unknown) => ({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path, value }],
  });

  it('counts whom each of its directories manages: of the large one by difference, of the small one one by one', async () => {
    const count = (connectionId: string) => get(ManagedMembersService).count(tx(), acme.id, connectionId);
    const second = await acme.addConnection();
    await second.post('/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'bob@acme.test' });
    await acme.addByHand('hand@acme.test');
    const { id } = await acme.addUser('ada');
    await acme.scim.patch(`/Users/${id}`, replace('active', false));
    expect(await count(acme.connectionId)).toEqual({ active: 0, deactivated: 1 });
    await acme.addCrowd(1_001);
    expect(await count(acme.connectionId)).toEqual({ active: 1_001, deactivated: 1 });
    const [, , secondId] = new URL(second.baseUrl).pathname.split('/');
    expect(await count(secondId!)).toEqual({ active: 1, deactivated: 0 });
  });

  it('shows API keys a page at a time: the newest first, the revoked ones last', async () => {
    const keys = get(ApiKeysService);
    const owner = { organizationId: acme.id, memberId: await acme.addByHand('keys@acme.test') };
    const made: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) made.push((await keys.create(tx(), owner, { name }, ACTOR)).id);
    await keys.revoke(tx(), { organizationId: acme.id, id: made[4]! }, ACTOR);
    const names: string[][] = [];
    let before: string | undefined;
    do {
      const page = await keys.list(tx(), acme.id, { limit: 2, before });
      names.push(page.keys.map(({ name }) => name));
      before = page.next;
    } while (before !== undefined);
    expect(names).toEqual([['d', 'c'], ['b', 'a'], ['e']]);
    const other = await acme.addByHand('nobody@acme.test');
    expect(await keys.list(tx(), acme.id, { limit: 2, memberId: other })).toEqual({ keys: [] });
  });
});
