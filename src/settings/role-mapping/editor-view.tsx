import type { Viewer } from '../../web/layout/viewer.js';
import { Alert, Report } from '../../web/layout/tidings.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { toRoleMappingPath } from '../provisioning/provisioning-path.js';
import { EnterButton } from './command-button.js';
import { COMMANDS } from './command.js';
import type { Edit } from './draft.js';
import type { EditorContext } from './editor-context.js';
import type { EditorPage } from './editor-page.js';
import { OrganizationMappings } from './organization-mappings.js';
import { PrepareMapping } from './prepare-mapping.js';
import { ProjectMappings } from './project-mappings.js';
import type { EditorAlert } from './role-mapping-alert.js';
import { ROLE_MAPPING_MESSAGES } from './role-mapping-messages.js';
import { UnmappedGroups } from './unmapped-groups.js';

export interface EditorViewProps {
  readonly viewer: Viewer;
  readonly page: EditorPage;
  readonly alert?: EditorAlert | undefined;
  /** What has just been done to the draft. */
  readonly done?: Edit['kind'] | undefined;
  /** Whether the rules in force have just become so. */
  readonly applied?: boolean;
}

/**
 * *Role mapping* while one edits it: one form that carries the whole draft, so that every edit works without script.
 */
export const EditorView = ({ viewer, page, alert, done, applied = false }: EditorViewProps) => {
  const messages = ROLE_MAPPING_MESSAGES[viewer.language];
  const context: EditorContext = { path: toRoleMappingPath(page.connection.id), projects: page.projects, messages };
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={page.connection}
      current="role-mapping"
      title={messages.title}
      lead={messages.lead(page.connection.name)}
    >
      <form id="role-mapping" class="role-mapping" method="post" action={context.path}>
        <EnterButton command={COMMANDS.enter} path={context.path} />
        <Alert>{alert && messages.alerts[alert]}</Alert>
        <Report>{applied && messages.applied}</Report>
        <OrganizationMappings
          rows={page.inOrganization}
          added={done === 'add'}
          defaultRole={page.defaultRole}
          context={context}
        />
        <ProjectMappings rows={page.inProjects} added={done === 'add-in-project'} context={context} />
        <UnmappedGroups page={page} context={context} />
        <PrepareMapping typed={page.typed} context={context} />
        <Decision changed={page.changed} context={context} />
      </form>
    </ConnectionFrame>
  );
};

interface DecisionProps {
  readonly changed: boolean;
  readonly context: EditorContext;
}

/** Stays in sight at the end of the form. */
const Decision = ({ changed, context: { path, messages } }: DecisionProps) => (
  <div class="decision">
    <p role="status">{changed ? messages.changed : messages.nothingWritten}</p>
    {changed && <a href={path}>{messages.discard}</a>}
    <button type="submit" name="do" value={COMMANDS.preview}>
      {messages.preview}
    </button>
  </div>
);
