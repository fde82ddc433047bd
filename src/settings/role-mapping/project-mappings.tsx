import type { EditorContext } from './editor-context.js';
import type { EditorRow } from './editor-page.js';
import { MappedGroup, MappedRole, type MappingRowProps, RemoveMapping } from './mapping-row.js';
import { NearMisses } from './near-misses.js';

export interface ProjectMappingsProps {
  readonly rows: readonly EditorRow[];
  /** Whether the last one has just been added. */
  readonly added: boolean;
  readonly context: EditorContext;
}

/** The mappings to roles in projects, whose order means nothing. */
export const ProjectMappings = ({ rows, added, context }: ProjectMappingsProps) =>
  rows.length === 0 ? null : (
    <section aria-labelledby="in-projects">
      <h2 id="in-projects">{context.messages.inProjects}</h2>
      <p class="muted">{context.messages.inProjectsHint}</p>
      <div class="mappings">
        <ul>
          {rows.map((row, position) => (
            <li key={row.index} class="mapping">
              <MappedGroup row={row} context={context} />
              <div class="mapping__role">
                <MappedRole row={row} autofocus={added && position === rows.length - 1} context={context} />
                <MappedProject row={row} context={context} />
              </div>
              <div class="mapping__buttons">
                <RemoveMapping row={row} context={context} />
              </div>
              <NearMisses row={row} context={context} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );

const MappedProject = ({ row: { mapping }, context: { messages, projects } }: MappingRowProps) => (
  <select name="project" aria-label={messages.projectOf(mapping.group.name)} autocomplete="off">
    {projects.map(({ id, name }) => (
      <option key={id} value={id} selected={id === mapping.projectId}>
        {name}
      </option>
    ))}
  </select>
);
