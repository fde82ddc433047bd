import type { ConnectionProvider } from '../../connections/connection-provider.js';
import type { RecoveryCandidate } from '../../members/recovery-administrators.service.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import { Nothing } from '../../web/list/nothing.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert } from '../../web/layout/tidings.js';
import type { ConnectionAlert } from '../connection/connection-alert.js';
import { CONNECTION_PAGE_MESSAGES } from '../connection/connection-page-messages.js';
import { NEW_CONNECTION_PATH, PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { SETUP_MESSAGES, type SetupMessages } from './setup-messages.js';
import type { NewConnectionForm } from './setup-forms.js';

export interface NewConnectionViewProps {
  readonly viewer: Viewer;
  readonly provider: ConnectionProvider;
  readonly candidates: readonly RecoveryCandidate[];
  readonly form: NewConnectionForm;
  readonly alert?: ConnectionAlert | undefined;
}

/** What the connection is called, and who stands outside of it. */
export const NewConnectionView = ({ viewer, provider, candidates, form, alert }: NewConnectionViewProps) => {
  const messages = SETUP_MESSAGES[viewer.language];
  const { alerts } = CONNECTION_PAGE_MESSAGES[viewer.language];
  const title = `${messages.newTitle}: ${messages.providers[provider]}`;
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={title}>
      <Trail
        to={NEW_CONNECTION_PATH}
        name={messages.newTitle}
        here={messages.providers[provider]}
        language={viewer.language}
      />
      <Headline title={title} />
      <Alert>{alert && alerts[alert]}</Alert>
      <form class="sheet" method="post" action={`${NEW_CONNECTION_PATH}/${provider}`}>
        <label for="name">{messages.name}</label>
        <input
          id="name"
          type="text"
          name="name"
          value={form.name}
          required
          maxLength={100}
          autocomplete="off"
          aria-describedby="name-hint"
        />
        <p id="name-hint" class="sheet__hint">
          {messages.nameHint}
        </p>
        <Recovery candidates={candidates} chosen={form.recovery} messages={messages} />
        <div class="sheet__end">
          <a href={NEW_CONNECTION_PATH}>{messages.otherProvider}</a>
          {candidates.length > 0 && <button type="submit">{messages.create}</button>}
        </div>
      </form>
    </Shell>
  );
};

interface RecoveryProps {
  readonly candidates: readonly RecoveryCandidate[];
  readonly chosen: string;
  readonly messages: SetupMessages;
}

const Recovery = ({ candidates, chosen, messages }: RecoveryProps) => (
  <fieldset aria-describedby="recovery-hint">
    <legend>{messages.recovery}</legend>
    <p id="recovery-hint" class="sheet__hint">
      {messages.recoveryHint}
    </p>
    {candidates.length === 0 && (
      <Nothing title={messages.nobody} hint={messages.nobodyHint}>
        <a class="step" href="/settings/members">
          {messages.members}
        </a>
      </Nothing>
    )}
    {candidates.map(({ id, name, email, recovery }, index) => (
      <label key={id} class="choice">
        <input type="radio" name="recovery" value={id} required checked={chosen === '' ? index === 0 : chosen === id} />
        <span>
          <strong>{name}</strong> <span class="muted">{email}</span>
          {recovery && <span class="line muted">{messages.recoveryNow}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);
