import { Domain, OPERATOR } from '../domain/domain.js';
import { RoleOffice } from '../domain/role-office.js';

describe('whoever arrives while the default role is changed', () => {
  let domain: Domain;
  let office: RoleOffice;
  beforeAll(async () => {
    domain = await Domain.open();
    office = await RoleOffice.open(await domain.anOrganization());
    await office.map([], 'engineer');
  });
  afterAll(() => domain.close());

  it('has the new one, also when the change was all but done', async () => {
    const { id, connectionId } = office.acme;
    const rules = { defaultRole: 'read_only', mappings: [] } as const;
    const { token } = await office.preview(rules);
    const arrival = await domain.transactions.run(async (tx) => {
      await domain.roleMappings.apply(tx, id, connectionId, rules, { token }, OPERATOR);
      const provisioned = office.acme.provision('ada');
      await Promise.race([provisioned, domain.untilSomebodyWaits()]);
      return { provisioned };
    });
    const ada = await arrival.provisioned;
    expect(await office.rolesOf(ada.id)).toMatchObject({ role: 'read_only' });
  });

  it('has the new one, also when the arrival was all but done', async () => {
    const { id, connectionId } = office.acme;
    const rules = { defaultRole: 'reviewer', mappings: [] } as const;
    const { token } = await office.preview(rules);
    const { bob, applied } = await domain.transactions.run(async (tx) => {
      const scope = { caller: office.acme.caller, tx };
      const bob = await office.acme.directory.create(scope, { userName: 'bob' });
      const applied = domain.transactions.run((other) =>
        domain.roleMappings.apply(other, id, connectionId, rules, { token }, OPERATOR),
      );
      await Promise.race([applied, domain.untilSomebodyWaits()]);
      return { bob, applied };
    });
    await applied;
    expect(await office.rolesOf(bob.id)).toMatchObject({ role: 'reviewer' });
  });
});
