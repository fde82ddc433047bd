import { ScimError } from '@ruleforge/scim';
import { checkWhere } from '../../libs/scim/src/core/filter/check-filter.js';
import { parseFilter } from '../../libs/scim/src/core/filter/parse-filter.js';
import { readPatch } from '../../libs/scim/src/core/patch/read-patch.js';
import { GROUP_RESOURCE_TYPE } from '../../libs/scim/src/core/schema/group-resource-type.js';
import { GROUP_SCHEMA } from '../../libs/scim/src/core/schema/group-schema.js';
import { readIfMatch } from '../../libs/scim/src/provisioning/precondition.js';
import { type Acme, Domain } from './domain.js';
import { bodyOf, GroupDirectory, stepOf } from './group-directory.js';

const NOBODY = '018f2c1e-0000-7000-8000-000000000001';

describe('groups of a directory', () => {
  let domain: Domain;
  let acme: Acme;
  let directory: GroupDirectory;
  let ada: string;
  let bob: string;
  let cyd: string;

  beforeAll(async () => {
    domain = await Domain.open();
  });
  beforeEach(async () => {
    directory = await GroupDirectory.ofNewOrganization(domain);
    acme = directory.acme;
    [ada, bob, cyd] = (await directory.provision('ada', 'bob', 'cyd')) as [string, string, string];
  });
  afterAll(() => domain.close());

  const refusal = (status: number, scimType?: string): unknown => expect.objectContaining({ status, scimType });
  const storedOf = async (id: string) => {
    const [row] = await domain.query('SELECT member_count, revision FROM scim_groups WHERE id = $1', [id]);
    return row;
  };

  it('begins with its members, and the host is told', async () => {
    const group = await directory.create('Engineers', [ada, bob], 'x1');
    expect(group).toMatchObject({
      revision: 1,
      memberCount: 2,
      attributes: { displayName: 'Engineers', externalId: 'x1' },
    });
    expect(directory.listener.take()).toEqual([
      {
        kind: 'created',
        group: { id: group.id, displayName: 'Engineers', externalId: 'x1' },
        added: [ada, bob],
        removed: [],
        requestId: 'request-1',
      },
    ]);
    expect(await directory.service.get(directory.exchange(), group.id, 'some')).toMatchObject({
      members: [
        { value: ada, display: 'ada' },
        { value: bob, display: 'bob' },
      ],
    });
    expect(await directory.service.get(directory.exchange(), group.id, 'none')).not.toHaveProperty('members');
  });

  it('adds and removes only who is not yet what he shall be', async () => {
    const { id } = await directory.create('Engineers', [ada]);
    directory.listener.take();
    const exchange = directory.exchange();
    const group = await directory.change(id, [ada, bob], [cyd], exchange);
    expect(group).toMatchObject({ revision: 2, memberCount: 2 });
    expect(exchange).toMatchObject({ changed: ['members'], resourceId: id });
    expect(directory.listener.take()).toMatchObject([{ kind: 'changed', added: [bob], removed: [] }]);
    expect(await directory.change(id, [bob], [ada])).toMatchObject({ revision: 3, memberCount: 1 });
    expect(await directory.memberIds(id)).toEqual([bob]);
  });

  it('writes and tells nothing when nothing changes', async () => {
    const { id } = await directory.create('Engineers', [ada]);
    directory.listener.take();
    const exchange = directory.exchange();
    await directory.change(id, [ada], [bob], exchange);
    await directory.replace(id, 'Engineers', [ada]);
    await directory.patch(id, { operations: [], members: [] });
    expect(exchange.changed).toEqual([]);
    expect(directory.listener.take()).toEqual([]);
    expect(await storedOf(id)).toEqual({ member_count: 1, revision: 1 });
  });

  it('refuses whoever is no User for it, all in the same words', async () => {
    const { acme: other } = await GroupDirectory.ofNewOrganization(domain);
    const elsewhere = acme.through('another');
    const gone = await acme.provision('gone');
    await acme.remove(gone.id);
    const [recovery] = await domain.query('SELECT id FROM members WHERE organization_id = $1 AND recovery', [acme.id]);
    const strangers = [
      NOBODY,
      'ada',
      (await other.provision('eve')).id,
      (await elsewhere.provision('dan')).id,
      gone.id,
      String(recovery?.['id']),
    ];
    const { id } = await directory.create('Engineers');
    for (const stranger of strangers) {
      const refused = refusal(400, 'invalidValue');
      await expect(directory.change(id, [ada, stranger])).rejects.toEqual(refused);
      await expect(directory.create('Others', [ada, stranger])).rejects.toEqual(refused);
      await expect(directory.replace(id, 'Renamed', [ada, stranger])).rejects.toEqual(refused);
      const named = stranger === 'ada' ? 'the id of one of the members' : `the id "${stranger}"`;
      await expect(directory.change(id, [ada, stranger])).rejects.toThrow(
        `No User has ${named}: assign the user to the application first.`,
      );
    }
    expect(await storedOf(id)).toEqual({ member_count: 0, revision: 1 });
    expect((await directory.find()).total).toBe(1);
  });

  it('takes members whom no connection manages', async () => {
    const byHand = await acme.addByHand('zoe@acme.test');
    expect(await directory.create('Engineers', [byHand])).toMatchObject({ memberCount: 1 });
  });

  it('does not exist for another connection or organization', async () => {
    const { id } = await directory.create('Engineers', [ada]);
    for (const others of [
      new GroupDirectory(acme.through('another')),
      await GroupDirectory.ofNewOrganization(domain),
    ]) {
      const missing = refusal(404);
      await expect(others.service.get(others.exchange(), id, 'some')).rejects.toEqual(missing);
      await expect(others.change(id, [], [ada])).rejects.toEqual(missing);
      await expect(others.replace(id, 'Mine', [])).rejects.toEqual(missing);
      await expect(others.remove(id)).rejects.toEqual(missing);
      expect(await others.memberIds(id)).toEqual([]);
      expect(await others.find()).toEqual({ total: 0, groups: [] });
    }
    for (const none of ['', 'x', NOBODY]) await expect(directory.change(none, [ada])).rejects.toEqual(refusal(404));
  });

  it('has a name and an externalId of its own, whatever the case of the name', async () => {
    await directory.create('Engineers', [], 'x1');
    const other = await directory.create('Others', [], 'x2');
    const taken = refusal(409, 'uniqueness');
    await expect(directory.create('ENGINEERS')).rejects.toEqual(taken);
    await expect(directory.create('More', [], 'x1')).rejects.toEqual(taken);
    await expect(directory.replace(other.id, 'engineers', [])).rejects.toEqual(taken);
    expect(await directory.create('Engineers ')).toBeDefined();
  });

  it('is renamed and filled anew by a PUT, of which the host is told once', async () => {
    const { id } = await directory.create('Engineers', [ada, bob], 'x1');
    directory.listener.take();
    const group = await directory.replace(id, 'Engineering', [bob, cyd]);
    expect(group.attributes).toEqual({ displayName: 'Engineering', externalId: 'x1' });
    expect(directory.listener.take()).toEqual([
      {
        kind: 'changed',
        group: { id, displayName: 'Engineering', externalId: 'x1' },
        method: 'PUT',
        renamedFrom: 'Engineers',
        added: [cyd],
        removed: [ada],
        requestId: 'request-2',
      },
    ]);
    expect(await directory.memberIds(id)).toEqual([bob, cyd]);
  });

  it('loses whom a filter finds, and keeps who comes back in the same request', async () => {
    const { id } = await directory.create('Engineers', [ada, bob, cyd]);
    directory.listener.take();
    const attribute = GROUP_SCHEMA.attributes.find(({ name }) => name === 'members')!;
    const where = checkWhere(parseFilter('display eq "ADA" or display sw "b"'), attribute, () => undefined);
    await directory.patch(id, { operations: [], members: [{ kind: 'remove-where', where }, stepOf([ada], [])] });
    expect(directory.listener.take()).toMatchObject([{ added: [], removed: [bob] }]);
    expect(await directory.memberIds(id)).toEqual([ada, cyd]);
    expect(await storedOf(id)).toMatchObject({ member_count: 2 });
  });

  it('changes only in the version that If-Match names', async () => {
    const { id } = await directory.create('Engineers', [ada]);
    const patch = { operations: [], members: [stepOf([bob], [])] };
    const changed = (tag: string) => directory.service.patch(directory.exchange(), id, patch, readIfMatch(tag));
    await expect(changed('W/"2"')).rejects.toEqual(refusal(412));
    expect(await changed('W/"1"')).toMatchObject({ revision: 2, memberCount: 2 });
  });

  it('undoes what the host refuses, and of changes made together that one alone', async () => {
    const { id } = await directory.create('Engineers');
    directory.listener.refuse = (changes) =>
      changes.some(({ added }) => added.includes(bob)) ? ScimError.forbidden('Not Bob.') : undefined;
    const outcomes = await Promise.allSettled(
      [[cyd], [ada], [bob], [NOBODY]].map((users) => directory.change(id, users)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(await directory.memberIds(id)).toEqual([ada, cyd]);
    expect(await storedOf(id)).toMatchObject({ member_count: 2 });
  });

  it('ends with its memberships after the host was told, and its name is free', async () => {
    const { id } = await directory.create('Engineers', [ada]);
    directory.listener.take();
    await directory.remove(id);
    expect(directory.listener.take()).toMatchObject([{ kind: 'deleted', group: { id }, added: [], removed: [] }]);
    expect(await domain.query('SELECT FROM scim_group_members WHERE group_id = $1', [id])).toEqual([]);
    await expect(directory.remove(id)).rejects.toEqual(refusal(404));
    await directory.create('Engineers');
  });

  it('loses a User who is deleted, and no other', async () => {
    const { id } = await directory.create('Engineers', [ada, bob]);
    await domain.transactions.run((tx) => directory.memberships.forget({ caller: acme.caller, tx }, ada));
    expect(await directory.memberIds(id)).toEqual([bob]);
    expect(await storedOf(id)).toEqual({ member_count: 1, revision: 2 });
  });

  it('reads a body and a patch as they come over the wire', async () => {
    const group = await directory.service.create(directory.exchange(), bodyOf('Engineers', [ada.toUpperCase()]));
    const operations = readPatch(
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'displayName', value: 'Ops' }],
      },
      GROUP_RESOURCE_TYPE,
      () => undefined,
    );
    const patched = await directory.patch(group.id, { operations, members: [stepOf([bob], [ada])] });
    expect(patched.attributes).toEqual({ displayName: 'Ops' });
    expect(await directory.memberIds(group.id)).toEqual([bob]);
  });
});
