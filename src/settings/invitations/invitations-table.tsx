import type { Invitation } from '../../invitations/invitation.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { INVITATIONS_PATH, toMemberPath } from '../people/people-path.js';
import { ListTable } from '../../web/list/list-table.js';
import type { InvitationsMessages } from './invitations-messages.js';

export interface InvitationsTableProps {
  readonly invitations: readonly Invitation[];
  readonly messages: InvitationsMessages;
  readonly language: Language;
}

/** A table; on a narrow screen a card an invitation. */
export const InvitationsTable = ({ invitations, messages, language }: InvitationsTableProps) => (
  <ListTable headings={[messages.email, messages.role, messages.state, messages.expires]} acts={messages.actions}>
    {invitations.map((invitation) => (
      <Row key={invitation.id} invitation={invitation} messages={messages} language={language} />
    ))}
  </ListTable>
);

interface RowProps {
  readonly invitation: Invitation;
  readonly messages: InvitationsMessages;
  readonly language: Language;
}

const Row = ({ invitation, messages, language }: RowProps) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      <span class="person__name people-address">{invitation.email}</span>
      <span class="line muted people-small">
        {messages.invited} <Moment at={invitation.createdAt} language={language} />
      </span>
    </th>
    <td role="cell">{ROLE_NAMES[language][invitation.role]}</td>
    <td role="cell">
      <State invitation={invitation} messages={messages} />
      <Letter invitation={invitation} messages={messages} />
    </td>
    <td role="cell" data-heading={messages.expires}>
      <Moment at={invitation.expiresAt} language={language} />
    </td>
    <td role="cell" class="list__acts">
      <Actions invitation={invitation} messages={messages} />
    </td>
  </tr>
);

type PieceProps = Omit<RowProps, 'language'>;

const State = ({ invitation: { state }, messages }: PieceProps) =>
  state === 'withdrawn' ? null : (
    <span class={`chip chip--dot ${CHIPS[state]}`} title={messages.stateHints[state]}>
      {messages.states[state]}
    </span>
  );

const CHIPS = { pending: 'chip--note', expired: '', accepted: 'chip--good', linked: 'chip--good' } as const;

const Letter = ({ invitation: { state, letter }, messages }: PieceProps) => {
  if (letter === null || state !== 'pending') return null;
  return (
    <span class={letter === 'given-up' ? 'line people-small people-bad' : 'line people-small muted'}>
      {letter === 'given-up' ? messages.letterGivenUp : messages.letterWaiting}
    </span>
  );
};

const Actions = ({ invitation: { id, email, state, memberId }, messages }: PieceProps) => {
  if (memberId !== null) return <a href={toMemberPath(memberId)}>{messages.seeMember}</a>;
  return (
    <div class="people-actions">
      <form method="post" action={`${INVITATIONS_PATH}/${id}/resend`}>
        <button type="submit" class="small" aria-label={messages.resend(email)}>
          {messages.resendShort}
        </button>
      </form>
      {state === 'pending' && (
        <form method="post" action={`${INVITATIONS_PATH}/${id}/withdraw`}>
          <button type="submit" class="small" aria-label={messages.withdraw(email)}>
            {messages.withdrawShort}
          </button>
        </form>
      )}
    </div>
  );
};
