import type { Deactivated } from '../../offboarding/mass-deactivations.service.js';
import { Moment } from '../../web/layout/moment.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert, Report } from '../../web/layout/tidings.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { toMassDeactivationPath } from '../connection/connection-path.js';
import {
  MASS_DEACTIVATION_MESSAGES,
  type MassDeactivationAlert,
  type MassDeactivationMessages,
} from './mass-deactivation-messages.js';
import type { MassDeactivationPage } from './mass-deactivation-page.js';
import { MOST_PEOPLE } from './mass-deactivation-screen.service.js';

export interface MassDeactivationViewProps {
  readonly viewer: Viewer;
  readonly page: MassDeactivationPage;
  readonly alert?: MassDeactivationAlert;
}

/** What a directory did to many at once, what comes next, and the one act that undoes it. */
export const MassDeactivationView = ({ viewer, page, alert }: MassDeactivationViewProps) => {
  const messages = MASS_DEACTIVATION_MESSAGES[viewer.language];
  const { connection, mass, people } = page;
  return (
    <ConnectionFrame viewer={viewer} connection={connection} title={messages.title}>
      <Alert>{alert && messages.alerts[alert]}</Alert>
      <Settled page={page} messages={messages} />
      <p>{messages.lead(connection.name, mass.people)}</p>
      <p class="muted">
        {messages.began}: <Moment at={mass.beganAt} language={viewer.language} />
      </p>
      {mass.outcome !== 'undone' && <Undo page={page} messages={messages} />}
      <section>
        <h2>{messages.people}</h2>
        {mass.people > MOST_PEOPLE && <p class="muted">{messages.showingFirst(MOST_PEOPLE)}</p>}
        <ul class="leavers">
          {people.map((person) => (
            <Leaver key={person.id} person={person} messages={messages} />
          ))}
        </ul>
      </section>
    </ConnectionFrame>
  );
};

interface PartProps {
  readonly page: MassDeactivationPage;
  readonly messages: MassDeactivationMessages;
}

const Settled = ({ page: { mass }, messages }: PartProps) => {
  if (mass.outcome === null || mass.settledBy === null) return null;
  const isUndone = mass.outcome === 'undone';
  return <Report>{isUndone ? messages.undoneBy(mass.settledBy) : messages.acceptedBy(mass.settledBy)}</Report>;
};

const Undo = ({ page: { connection, mass }, messages }: PartProps) => {
  const path = toMassDeactivationPath(connection.id, mass.id);
  const isPossible = mass.isRecent && mass.restorable > 0;
  return (
    <section class="undo">
      <p>
        {isPossible && <strong>{messages.restorable(mass.restorable)} </strong>}
        {mass.removed > 0 && messages.removed(mass.removed)}
      </p>
      {isPossible && <p>{messages.staysDead}</p>}
      <h2>{messages.whatNext}</h2>
      <p>{messages.again}</p>
      {!mass.isRecent && <p class="muted">{messages.expired}</p>}
      {mass.isRecent && mass.restorable === 0 && <p class="muted">{messages.nobodyLeft}</p>}
      <div class="undo__acts">
        {isPossible && (
          <form method="post" action={`${path}/undo`}>
            <button type="submit">{messages.undo(mass.restorable)}</button>
          </form>
        )}
        {mass.outcome === null && (
          <form method="post" action={`${path}/accept`}>
            <button type="submit" class="secondary outline">
              {messages.accept}
            </button>
          </form>
        )}
      </div>
      {mass.outcome === null && <p class="muted">{messages.acceptHint}</p>}
    </section>
  );
};

interface LeaverProps {
  readonly person: Deactivated;
  readonly messages: MassDeactivationMessages;
}

const Leaver = ({ person, messages }: LeaverProps) => {
  const state = stateOf(person);
  return (
    <li>
      <span>
        <strong>{person.name}</strong>
        {person.email && person.email !== person.name && <span class="muted"> {person.email}</span>}
      </span>
      <span class={state === 'active' ? 'chip chip--dot chip--good' : 'chip chip--dot'}>{messages.states[state]}</span>
    </li>
  );
};

const stateOf = ({ removed, active }: Deactivated) => {
  if (removed) return 'removed';
  return active ? 'active' : 'deactivated';
};
