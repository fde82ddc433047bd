import { ROLES } from '../../members/roles.js';
import { PROJECT_ROLES } from '../../projects/project.js';
import { CommandButton } from './command-button.js';
import { COMMANDS } from './command.js';
import type { EditorRow } from './editor-page.js';
import { toGroupField } from './group-field.js';
import type { EditorContext } from './editor-context.js';
import { RoleSelect } from './role-select.js';
import { VisibleName } from './visible-name.js';

export interface MappingRowProps {
  readonly row: EditorRow;
  readonly context: EditorContext;
}

/** The group of a mapping: what it is called, how many are in it, or what it waits for. */
export const MappedGroup = ({ row, context }: MappingRowProps) => {
  const { messages } = context;
  const { group } = row.mapping;
  return (
    <div class="mapping__group">
      <input type="hidden" name="group" value={toGroupField(group)} />
      <strong>
        <VisibleName name={group.name} />
      </strong>
      {row.problem && <span class="chip chip--bad">{messages.problems[row.problem]}</span>}
      <span class="line muted">
        {group.by === 'id'
          ? row.memberCount !== undefined && messages.members(row.memberCount)
          : messages.waitingFor(group.by)}
      </span>
    </div>
  );
};

export interface MappedRoleProps extends MappingRowProps {
  readonly autofocus: boolean;
}

/** Which role the group gives. Administrator is no role in a project, and no name makes anybody one. */
export const MappedRole = ({ row: { mapping }, autofocus, context: { messages } }: MappedRoleProps) => (
  <RoleSelect
    name="role"
    label={messages.roleOf(mapping.group.name)}
    roles={mapping.projectId === undefined && mapping.group.by !== 'name' ? ROLES : PROJECT_ROLES}
    value={mapping.role}
    names={messages.roles}
    autofocus={autofocus}
  />
);

export const RemoveMapping = ({ row: { index, mapping }, context: { messages, path } }: MappingRowProps) => (
  <CommandButton
    id={`remove-${index}`}
    command={COMMANDS.remove(index)}
    path={path}
    label={messages.removeMapping(mapping.group.name)}
  >
    {messages.remove}
  </CommandButton>
);
