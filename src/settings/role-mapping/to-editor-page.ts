import { isDeepStrictEqual } from 'node:util';
import type { ListedGroup, NearMiss, RoleMappingList } from '../../provisioning/roles/role-mapping-list.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';
import { type Draft, type DraftMapping, toDraft, toRules } from './draft.js';
import type { EditorPage, EditorRow, Problem, ProjectChoice } from './editor-page.js';
import type { TypedGroup } from './role-mapping-form.js';

/** What is known when the editor is drawn. */
export interface EditorGrounds {
  readonly connection: ListedConnection;
  /** The rules in force. */
  readonly list: RoleMappingList;
  readonly draft: Draft;
  readonly projects: readonly ProjectChoice[];
  /** Of the names that the draft waits for. */
  readonly nearMisses: ReadonlyMap<string, readonly NearMiss[]>;
  readonly search: string;
  readonly typed: TypedGroup;
}

/** Looks at a draft beside the rules in force and the groups that are there. */
export function toEditorPage({
  connection,
  list,
  draft,
  projects,
  nearMisses,
  search,
  typed,
}: EditorGrounds): EditorPage {
  const mapped = list.mappings.flatMap(({ pinned }) => pinned ?? []);
  const known = new Map([...mapped, ...list.unmapped.groups].map((group) => [group.id, group]));
  const isComplete = search === '' && list.unmapped.groups.length === list.unmapped.total;
  const keys = draft.mappings.map(keyOf);
  const rows = draft.mappings.map((mapping, index): EditorRow => {
    const group = known.get(mapping.group.value);
    const isGone = mapping.group.by === 'id' && isComplete && !group;
    return {
      index,
      mapping: group ? { ...mapping, group: { ...mapping.group, name: group.name } } : mapping,
      memberCount: group?.memberCount,
      nearMisses: mapping.group.by === 'name' ? (nearMisses.get(mapping.group.value) ?? []) : [],
      problem: isGone ? 'gone' : twiceIn(keys, index),
    };
  });
  return {
    ...{ connection, projects, search, typed, defaultRole: draft.defaultRole },
    inOrganization: rows.filter(({ mapping }) => mapping.projectId === undefined),
    inProjects: rows.filter(({ mapping }) => mapping.projectId !== undefined),
    changed: !isDeepStrictEqual(toRules(draft), toRules(toDraft(list))),
    unmapped: unmappedIn(draft, list, mapped, search),
    withoutGroups: isComplete && known.size === 0,
  };
}

/** A group gives one role in the organization, and each role in a project once. Names of a connection are unique. */
const keyOf = ({ group, role, projectId }: DraftMapping) =>
  JSON.stringify(projectId === undefined ? [group.name] : [group.name, projectId, role]);

function twiceIn(keys: readonly string[], index: number): Problem | undefined {
  const key = keys[index] ?? '';
  return keys.indexOf(key) === keys.lastIndexOf(key) ? undefined : 'twice';
}

/** Those that the rules in force leave out, and those that the draft takes out of them. */
function unmappedIn(
  { mappings }: Draft,
  { unmapped }: RoleMappingList,
  mapped: readonly ListedGroup[],
  search: string,
): EditorPage['unmapped'] {
  const taken = new Set(mappings.map(({ group }) => group.value));
  const freed = new Map(mapped.filter((group) => isFound(group, search)).map((group) => [group.id, group]));
  const groups = [...freed.values(), ...unmapped.groups].filter(({ id }) => !taken.has(id));
  return { groups, more: unmapped.total - unmapped.groups.length };
}

const isFound = ({ name }: ListedGroup, search: string) => name.toLowerCase().includes(search.toLowerCase());
