import { PROJECT_ROLES, type RoleInProject } from '../../projects/project.js';
import { CommandButton } from './command-button.js';
import { COMMANDS } from './command.js';
import type { EditorContext } from './editor-context.js';
import type { EditorRow } from './editor-page.js';
import { MappedGroup, MappedRole, type MappingRowProps, RemoveMapping } from './mapping-row.js';
import { NearMisses } from './near-misses.js';
import { RoleSelect } from './role-select.js';

export interface OrganizationMappingsProps {
  readonly rows: readonly EditorRow[];
  readonly defaultRole: RoleInProject;
  /** Whether the last one has just been added. */
  readonly added: boolean;
  readonly context: EditorContext;
}

/** The mappings to roles in the organization, in their order, and what everybody else is. */
export const OrganizationMappings = ({ rows, defaultRole, added, context }: OrganizationMappingsProps) => {
  const { messages } = context;
  return (
    <section aria-labelledby="in-organization">
      <h2 id="in-organization">{messages.inOrganization}</h2>
      <p class="muted">{messages.inOrganizationHint}</p>
      <div class="mappings">
        {rows.length === 0 && <p class="mappings__none muted">{messages.noMappings}</p>}
        <ol>
          {rows.map((row, position) => (
            <li key={row.index} class="mapping">
              <span class="mapping__position" aria-hidden="true">
                {position + 1}
              </span>
              <MappedGroup row={row} context={context} />
              <div class="mapping__role">
                <MappedRole row={row} autofocus={added && position === rows.length - 1} context={context} />
                <input type="hidden" name="project" value="" />
              </div>
              <Buttons row={row} isLast={position === rows.length - 1} context={context} />
              <NearMisses row={row} context={context} />
            </li>
          ))}
        </ol>
        <div class="mapping mapping--rest">
          <label class="mapping__group" for="default-role">
            <strong>{messages.defaultRole}</strong>
            <span class="line muted">{messages.defaultRoleHint}</span>
          </label>
          <div class="mapping__role">
            <RoleSelect
              id="default-role"
              name="defaultRole"
              roles={PROJECT_ROLES}
              value={defaultRole}
              names={messages.roles}
            />
          </div>
        </div>
      </div>
    </section>
  );
};

const Buttons = ({ row, isLast, context }: MappingRowProps & { readonly isLast: boolean }) => {
  const { messages, path, projects } = context;
  const { index, mapping } = row;
  const { group } = mapping;
  return (
    <div class="mapping__buttons">
      <CommandButton
        id={`up-${group.by}-${encodeURIComponent(group.value)}`}
        command={COMMANDS.moveUp(index)}
        path={path}
        label={messages.moveUp(group.name)}
        idle={index === 0}
      >
        ↑
      </CommandButton>
      <CommandButton
        id={`down-${group.by}-${encodeURIComponent(group.value)}`}
        command={COMMANDS.moveDown(index)}
        path={path}
        label={messages.moveDown(group.name)}
        idle={isLast}
      >
        ↓
      </CommandButton>
      {projects.length > 0 && (
        <CommandButton
          id={`in-project-${index}`}
          command={COMMANDS.addInProject(group)}
          path={path}
          label={messages.mapGroupInProject(group.name)}
        >
          {messages.mapInProject}
        </CommandButton>
      )}
      <RemoveMapping row={row} context={context} />
    </div>
  );
};
