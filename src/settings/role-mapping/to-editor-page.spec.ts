import type { ListedGroup, RoleMappingList } from '../../provisioning/roles/role-mapping-list.js';
import { type Draft, type DraftMapping, editDraft, toDraft } from './draft.js';
import { type EditorGrounds, toEditorPage } from './to-editor-page.js';

const group = (id: string): ListedGroup => ({ id, name: `Group ${id}`, memberCount: 1 });
const list: RoleMappingList = {
  defaultRole: 'read_only',
  mappings: [{ group: { by: 'id', value: 'a' }, pinned: group('a'), role: 'engineer', project: null, nearMisses: [] }],
  unmapped: { total: 1, groups: [group('b')] },
};
const nothing: RoleMappingList = { ...list, mappings: [], unmapped: { total: 0, groups: [] } };
const pageOf = (draft: Draft, more: Partial<EditorGrounds> = {}) =>
  toEditorPage({
    connection: { id: 'c', name: 'Okta', state: 'active' },
    ...{ list, draft, projects: [], nearMisses: new Map(), search: '', typed: { by: 'name', value: '' } },
    ...more,
  });
const draftOf = (...mappings: DraftMapping[]): Draft => ({ defaultRole: 'read_only', mappings });
const byId = (value: string): DraftMapping => ({
  group: { by: 'id', value, name: `Group ${value}` },
  role: 'engineer',
});
const byName = (value: string): DraftMapping => ({ group: { by: 'name', value, name: value }, role: 'engineer' });

describe('toEditorPage', () => {
  it('changes nothing about the rules in force', () =>
    expect(pageOf(toDraft(list))).toMatchObject({
      changed: false,
      withoutGroups: false,
      inOrganization: [{ index: 0, memberCount: 1, problem: undefined }],
      unmapped: { groups: [group('b')], more: 0 },
    }));

  it('gives back the groups that the draft takes out of the rules, as far as they are searched', () => {
    const draft = editDraft(toDraft(list), { kind: 'remove', index: 0 }, []);
    expect(pageOf(draft)).toMatchObject({ changed: true, unmapped: { groups: [group('a'), group('b')] } });
    expect(pageOf(draft, { search: 'GROUP A' }).unmapped.groups).toContainEqual(group('a'));
    expect(pageOf(draft, { search: 'nothing' }).unmapped.groups).not.toContainEqual(group('a'));
  });

  it.each([
    ['the same group', [byId('a'), byId('a')], ['twice', 'twice']],
    ['a group by id and by name', [byId('a'), byName('Group a')], ['twice', 'twice']],
    ['one role in a project', [byId('a'), { ...byId('a'), projectId: 'p' }], [undefined, undefined]],
    ['a group that is not there', [byId('gone'), byName('Awaited')], ['gone', undefined]],
  ] as const)('says what is wrong about %s', (_, mappings, problems) => {
    const { inOrganization, inProjects } = pageOf(draftOf(...mappings));
    expect([...inOrganization, ...inProjects].map(({ problem }) => problem)).toEqual(problems);
  });

  it.each([
    ['a search', { search: 'b' }],
    ['more groups than are listed', { list: { ...list, unmapped: { total: 300, groups: [group('b')] } } }],
  ])('calls no group gone that may only be hidden by %s', (_, more) =>
    expect(pageOf(draftOf(byId('c')), more).inOrganization[0]?.problem).toBeUndefined(),
  );

  it('takes the name that a group has now', () =>
    expect(
      pageOf(draftOf({ ...byId('a'), group: { by: 'id', value: 'a', name: 'Old' } })).inOrganization,
    ).toMatchObject([{ mapping: { group: { name: 'Group a' } } }]));

  it('knows an organization without groups from a search without result', () => {
    expect(pageOf(draftOf(), { list: nothing }).withoutGroups).toBe(true);
    expect(pageOf(draftOf(), { list: nothing, search: 'x' }).withoutGroups).toBe(false);
  });
});
