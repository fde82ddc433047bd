import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Report } from '../../web/layout/tidings.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import { Nothing } from '../../web/list/nothing.js';
import { StateChip } from './state-chip.js';
import type { ProvidersMessages } from './providers-messages.js';
import { PROVIDERS_MESSAGES } from './providers-translations.js';

export interface ProvidersViewProps {
  readonly viewer: Viewer;
  readonly providers: readonly IdentityProvider[];
  /** Whether one has just been removed. */
  readonly removed: boolean;
}

/** *Settings → Identity → Providers*: all of them. */
export const ProvidersView = ({ viewer, providers, removed }: ProvidersViewProps) => {
  const messages = PROVIDERS_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={PROVIDERS_PATH} title={messages.title}>
      <Headline title={messages.title} lead={messages.lead}>
        <a role="button" href={`${PROVIDERS_PATH}/new`}>
          {messages.newProvider}
        </a>
      </Headline>
      <Report>{removed && messages.done.removed}</Report>
      {providers.length > 0 ? <List providers={providers} messages={messages} /> : <None {...messages} />}
    </Shell>
  );
};

interface ListProps {
  readonly providers: readonly IdentityProvider[];
  readonly messages: ProvidersMessages;
}

const List = ({ providers, messages }: ListProps) => (
  <ul class="providers">
    {providers.map(({ id, name, state, issuer, domains }) => (
      <li key={id}>
        <a class="providers__name" href={`${PROVIDERS_PATH}/${id}`}>
          {name}
        </a>
        <StateChip state={state} messages={messages} />
        <span class="muted providers__issuer">{issuer}</span>
        <span class="muted providers__domains">{domains.map((domain) => `@${domain}`).join(', ')}</span>
      </li>
    ))}
  </ul>
);

const None = ({ none, noneHint }: ProvidersMessages) => <Nothing title={none} hint={noneHint} />;
