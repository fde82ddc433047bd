import type { PersonInSession } from '../../../sessions/session.js';
import { toLanguage } from '../../language.js';
import { Alone } from '../../layout/alone.js';
import { Alert } from '../../layout/tidings.js';
import { CONFIRM_FIELD, CONFIRM_MESSAGES, type ConfirmAlert, type ConfirmMessages } from './confirm-messages.js';
import { CONFIRM_PATH, type HeldForm } from './fresh-sign-in-required.js';
import { wayToProve } from './way-to-prove.js';

export interface ConfirmViewProps {
  readonly person: PersonInSession;
  /** The path to come back to. */
  readonly next: string;
  /** What was sent too late. */
  readonly form?: HeldForm | undefined;
  readonly alert?: ConfirmAlert | undefined;
}

/** *Confirm it is you*: the password once more, or the way through the identity provider. */
export const ConfirmView = ({ person, next, form, alert }: ConfirmViewProps) => {
  const language = toLanguage(person.locale);
  const messages = CONFIRM_MESSAGES[language];
  const way = wayToProve(person.session, next);
  return (
    <Alone
      title={messages.title}
      language={language}
      note={messages.signedInAs(person.email ?? person.name, person.organizationName)}
    >
      <h1>{messages.title}</h1>
      <p>{messages.text}</p>
      <Alert id="alert">{alert && messages.alerts[alert]}</Alert>
      {way.kind === 'password' ? (
        <PasswordProof person={person} next={next} form={form} alert={alert} messages={messages} />
      ) : (
        <ProviderProof path={way.path} losesForm={form !== undefined} messages={messages} />
      )}
      <p class="alone__way-out">
        <a href={cancelPath(next, form)}>{messages.cancel}</a>
      </p>
    </Alone>
  );
};

/** Back to the form that was held; and from a page that did not open, to where people begin. */
const cancelPath = (next: string, form: HeldForm | undefined) => (form ? next : '/');

interface PasswordProofProps extends ConfirmViewProps {
  readonly messages: ConfirmMessages;
}

const PasswordProof = ({ person, next, form, alert, messages }: PasswordProofProps) => (
  <form method="post" action={form?.action ?? CONFIRM_PATH}>
    {form ? <HeldFields form={form} messages={messages} /> : <input type="hidden" name="next" value={next} />}
    <input type="email" autocomplete="username" value={person.email ?? ''} readOnly hidden aria-hidden="true" />
    <label>
      {messages.password}
      <input
        type="password"
        name={CONFIRM_FIELD}
        autocomplete="current-password"
        required
        autofocus
        aria-describedby={alert && 'alert'}
      />
    </label>
    <button type="submit">{messages.submit}</button>
  </form>
);

const HeldFields = ({ form, messages }: { readonly form: HeldForm; readonly messages: ConfirmMessages }) => (
  <>
    {form.fields.map(([name, value], index) => (
      <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
    ))}
    {form.fields.length > 0 && <p class="muted">{messages.held}</p>}
  </>
);

interface ProviderProofProps {
  readonly path: string;
  readonly losesForm: boolean;
  readonly messages: ConfirmMessages;
}

const ProviderProof = ({ path, losesForm, messages }: ProviderProofProps) => (
  <>
    {losesForm && <p class="muted">{messages.lostForm}</p>}
    <a href={path} role="button" class="alone__step">
      {messages.throughProvider}
    </a>
  </>
);
