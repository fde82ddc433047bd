import type { Role } from '../../members/roles.js';
import type { RoleInProject } from '../../projects/project.js';
import type { ListedMapping, RoleMappingList } from '../../provisioning/roles/role-mapping-list.js';
import type { GroupReference, RoleRules } from '../../provisioning/roles/role-rules.js';

/** A group as a mapping names it, and what it is called on the screen. */
export interface DraftGroup extends GroupReference {
  readonly name: string;
}

export interface DraftMapping {
  readonly group: DraftGroup;
  readonly role: Role;
  readonly projectId?: string;
}

/** Rules that somebody edits: mappings to roles in the organization first, in their order, then those in projects. */
export interface Draft {
  readonly defaultRole: RoleInProject;
  readonly mappings: readonly DraftMapping[];
}

/** One change of a draft. */
export type Edit =
  | { readonly kind: 'move'; readonly index: number; readonly by: -1 | 1 }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'add'; readonly group: DraftGroup }
  | { readonly kind: 'add-in-project'; readonly group: DraftGroup }
  | { readonly kind: 'replace'; readonly index: number; readonly group: DraftGroup };

/** The rules in force, as one begins to edit them. */
export const toDraft = ({ defaultRole, mappings }: RoleMappingList): Draft =>
  sorted({ defaultRole, mappings: mappings.map(toDraftMapping) });

/** What the draft would be as rules. */
export const toRules = ({ defaultRole, mappings }: Draft): RoleRules => ({
  defaultRole,
  mappings: mappings.map(({ group: { by, value }, ...mapping }) => ({ ...mapping, group: { by, value } })),
});

/** The draft after the edit; a new mapping gives the least until one chooses. An index that is not there changes nothing. */
export function editDraft(draft: Draft, edit: Edit, projectIds: readonly string[]): Draft {
  const { mappings } = draft;
  switch (edit.kind) {
    case 'move':
      return sorted({ ...draft, mappings: moved(mappings, edit.index, edit.by) });
    case 'remove':
      return { ...draft, mappings: mappings.filter((_, index) => index !== edit.index) };
    case 'add':
      return sorted({ ...draft, mappings: [...mappings, { group: edit.group, role: 'read_only' }] });
    case 'add-in-project':
      return sorted({ ...draft, mappings: [...mappings, ...inFreeProject(mappings, edit.group, projectIds)] });
    case 'replace':
      return {
        ...draft,
        mappings: mappings.map((old, index) => (index === edit.index ? { ...old, group: edit.group } : old)),
      };
    default:
      return edit satisfies never;
  }
}

const toDraftMapping = ({ group, pinned, role, project }: ListedMapping): DraftMapping => ({
  group: { by: group.by, value: group.value, name: pinned?.name ?? group.value },
  role,
  ...(project === null ? {} : { projectId: project.id }),
});

function sorted(draft: Draft): Draft {
  const isInProject = ({ projectId }: DraftMapping) => projectId !== undefined;
  const inOrganization = draft.mappings.filter((mapping) => !isInProject(mapping));
  return { ...draft, mappings: [...inOrganization, ...draft.mappings.filter(isInProject)] };
}

function moved(mappings: readonly DraftMapping[], index: number, by: number): readonly DraftMapping[] {
  const [mapping, neighbour] = [mappings[index], mappings[index + by]];
  if (!mapping || !neighbour) return mappings;
  return mappings.with(index, neighbour).with(index + by, mapping);
}

/** In the first project in which the group gives no role yet. */
function inFreeProject(
  mappings: readonly DraftMapping[],
  group: DraftGroup,
  projectIds: readonly string[],
): readonly DraftMapping[] {
  const taken = new Set(mappings.flatMap((mapping) => (isSame(mapping.group, group) ? (mapping.projectId ?? []) : [])));
  const projectId = projectIds.find((id) => !taken.has(id)) ?? projectIds[0];
  return projectId === undefined ? [] : [{ group, role: 'read_only', projectId }];
}

const isSame = (one: GroupReference, other: GroupReference) => one.by === other.by && one.value === other.value;
