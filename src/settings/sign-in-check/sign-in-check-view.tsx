import type { Unmatchable } from '../../identity-providers/sign-in-check.service.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { ListTable } from '../../web/list/list-table.js';
import { Nothing } from '../../web/list/nothing.js';
import { PROVIDERS_MESSAGES } from '../providers/providers-translations.js';
import { StateChip } from '../providers/state-chip.js';
import { SIGN_IN_CHECK_MESSAGES, type SignInCheckMessages } from './sign-in-check-messages.js';
import type { CheckedProvider, SignInCheckPage } from './sign-in-check-page.js';

export interface SignInCheckViewProps {
  readonly viewer: Viewer;
  readonly page: SignInCheckPage;
}

/** *Sign-in check* of a connection: who would fail, why, and what to change. */
export const SignInCheckView = ({ viewer, page: { connection, providers } }: SignInCheckViewProps) => {
  const messages = SIGN_IN_CHECK_MESSAGES[viewer.language];
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      current="sign-in-check"
      title={messages.title}
      lead={messages.lead}
    >
      {providers.length === 0 && <None messages={messages} />}
      {providers.map((checked) => (
        <Provider key={checked.provider.id} checked={checked} viewer={viewer} messages={messages} />
      ))}
    </ConnectionFrame>
  );
};

const None = ({ messages }: { readonly messages: SignInCheckMessages }) => (
  <Nothing title={messages.none} hint={messages.noneHint}>
    <a href="/settings/identity/providers">{messages.toProviders}</a>
  </Nothing>
);

interface ProviderProps {
  readonly checked: CheckedProvider;
  readonly viewer: Viewer;
  readonly messages: SignInCheckMessages;
}

const Provider = ({ checked: { provider, people, more }, viewer, messages }: ProviderProps) => (
  <section>
    <h2>
      <a href={`/settings/identity/providers/${provider.id}`}>{provider.name}</a>{' '}
      <StateChip state={provider.state} messages={PROVIDERS_MESSAGES[viewer.language]} />
    </h2>
    <p class="muted">
      {messages.rule(provider.matchClaim, provider.domains.map((domain) => `@${domain}`).join(', ') || '—')}
    </p>
    {people.length === 0 ? (
      <p class="done">{messages.fine(provider.name)}</p>
    ) : (
      <>
        <p class="notice" role="note">
          {messages.count(people.length, more)} {more && messages.more}
        </p>
        <People people={people} messages={messages} />
      </>
    )}
  </section>
);

const People = ({ people, messages }: { people: readonly Unmatchable[]; messages: SignInCheckMessages }) => (
  <ListTable headings={[messages.person, messages.why, messages.change]}>
    {people.map((person) => (
      <tr key={person.id} role="row">
        <th scope="row" role="rowheader" class="list__person">
          <span class="list__name">{person.name}</span>
          <span class="line muted">{person.email ?? person.userName}</span>
        </th>
        <td role="cell" class="list__text">
          {messages.externalIds[person.reason]}{' '}
          {person.hasAddress ? messages.foreignDomain(person.email ?? person.userName) : messages.noAddress}.
        </td>
        <td role="cell" class="list__text">
          {messages.changes[person.reason]}
        </td>
      </tr>
    ))}
  </ListTable>
);
