import type { Viewer } from '../../web/layout/viewer.js';
import { Alert } from '../../web/layout/tidings.js';
import { toRoleMappingPath } from '../provisioning/provisioning-path.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { Nothing } from '../../web/list/nothing.js';
import { COMMANDS } from './command.js';
import type { Draft } from './draft.js';
import { DraftFields } from './draft-fields.js';
import { PreviewEffect } from './preview-effect.js';
import { EFFECTS, PREVIEW_MESSAGES, type PreviewMessages } from './preview-messages.js';
import type { PreviewPage } from './preview-page.js';
import type { PreviewAlert } from './role-mapping-alert.js';

export interface PreviewViewProps {
  readonly viewer: Viewer;
  readonly page: PreviewPage;
  readonly alert?: PreviewAlert | undefined;
}

/** What a draft would do, and the decision. */
export const PreviewView = ({ viewer, page, alert }: PreviewViewProps) => {
  const messages = PREVIEW_MESSAGES[viewer.language];
  const { connection, draft, preview, projects } = page;
  const effects = EFFECTS.filter((effect) => preview[effect].total > 0);
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      current="role-mapping"
      title={messages.title}
      lead={messages.lead}
    >
      <Alert>{alert && messages.alerts[alert]}</Alert>
      {effects.length === 0 && <Nobody messages={messages} />}
      {effects.map((effect) => (
        <PreviewEffect key={effect} effect={effect} members={preview[effect]} projects={projects} messages={messages} />
      ))}
      <form class="role-mapping" method="post" action={toRoleMappingPath(connection.id)}>
        <DraftFields draft={draft} />
        <input type="hidden" name="token" value={preview.token} />
        {preview.needsConfirmation && <Confirmation draft={draft} messages={messages} />}
        <Decision messages={messages} />
      </form>
    </ConnectionFrame>
  );
};

interface PartProps {
  readonly messages: PreviewMessages;
}

const Nobody = ({ messages }: PartProps) => <Nothing title={messages.nobody} hint={messages.nobodyHint} />;

const Confirmation = ({ draft: { mappings }, messages }: PartProps & { readonly draft: Draft }) => (
  <div class="confirm">
    <label>
      <input
        type="checkbox"
        name="confirmAdministrator"
        value="yes"
        aria-describedby="confirm-hint"
        autocomplete="off"
      />
      {messages.confirm(mappings.flatMap(({ role, group }) => (role === 'administrator' ? group.name : [])))}
    </label>
    <p id="confirm-hint">{messages.confirmHint}</p>
  </div>
);

const Decision = ({ messages }: PartProps) => (
  <div class="decision">
    <button type="submit" name="do" value={COMMANDS.show} class="secondary outline">
      {messages.back}
    </button>
    <button type="submit" name="do" value={COMMANDS.apply}>
      {messages.apply}
    </button>
  </div>
);
