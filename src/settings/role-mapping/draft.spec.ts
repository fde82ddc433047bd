import { type Draft, type DraftGroup, editDraft } from './draft.js';

const group = (value: string): DraftGroup => ({ by: 'id', value, name: `Group ${value}` });
const draft: Draft = {
  defaultRole: 'read_only',
  mappings: [
    { group: group('a'), role: 'engineer' },
    { group: group('b'), role: 'reviewer' },
    { group: group('a'), role: 'reviewer', projectId: 'p1' },
  ],
};
const shortly = ({ mappings }: Draft) =>
  mappings.map(({ group: { value }, role, projectId = '' }) => `${value} ${role} ${projectId}`.trim());

describe('editDraft', () => {
  it.each([
    ['moves a mapping up', { kind: 'move', index: 1, by: -1 }, ['b reviewer', 'a engineer', 'a reviewer p1']],
    ['moves a mapping down', { kind: 'move', index: 0, by: 1 }, ['b reviewer', 'a engineer', 'a reviewer p1']],
    ['leaves the first one first', { kind: 'move', index: 0, by: -1 }, ['a engineer', 'b reviewer', 'a reviewer p1']],
    ['leaves the last one last', { kind: 'move', index: 1, by: 1 }, ['a engineer', 'b reviewer', 'a reviewer p1']],
    ['removes', { kind: 'remove', index: 0 }, ['b reviewer', 'a reviewer p1']],
    ['changes nothing at an index that is not there', { kind: 'remove', index: Number.NaN }, shortly(draft)],
    [
      'adds with the least, behind those in the organization',
      { kind: 'add', group: group('c') },
      ['a engineer', 'b reviewer', 'c read_only', 'a reviewer p1'],
    ],
    [
      'adds in the first project where the group gives nothing yet',
      { kind: 'add-in-project', group: group('a') },
      [...shortly(draft), 'a read_only p2'],
    ],
    [
      'takes another group, and leaves place and role',
      { kind: 'replace', index: 1, group: group('c') },
      ['a engineer', 'c reviewer', 'a reviewer p1'],
    ],
  ] as const)('%s', (_, edit, mappings) => expect(shortly(editDraft(draft, edit, ['p1', 'p2']))).toEqual(mappings));

  it('gives no role in a project where there is none', () =>
    expect(editDraft(draft, { kind: 'add-in-project', group: group('b') }, [])).toEqual(draft));
});
