import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert, Report } from '../../web/layout/tidings.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import { CheckResults } from './check-results.js';
import { ProviderAddressList } from './provider-addresses.js';
import { ProviderFields } from './provider-fields.js';
import type { ProviderPage } from './provider-page.js';
import { ProviderState } from './provider-state.js';
import type { ProvidersMessages } from './providers-messages.js';
import { PROVIDERS_MESSAGES } from './providers-translations.js';
import { RemoveProvider } from './remove-provider.js';

export interface ProviderViewProps {
  readonly viewer: Viewer;
  readonly page: ProviderPage;
}

/** One provider: how far it is, what to enter at the other side, and its settings. Everything works without script. */
export const ProviderView = ({ viewer, page }: ProviderViewProps) => {
  const messages = PROVIDERS_MESSAGES[viewer.language];
  const { provider } = page;
  const title = provider?.name ?? messages.newProvider;
  return (
    <Shell viewer={viewer} path={PROVIDERS_PATH} title={title}>
      <Trail to={PROVIDERS_PATH} name={messages.title} here={title} language={viewer.language} />
      <Headline title={title} />
      <Outcome page={page} messages={messages} />
      {provider && <ProviderState provider={provider} language={viewer.language} messages={messages} />}
      {page.checks && <CheckResults checks={page.checks} messages={messages} />}
      <ProviderAddressList addresses={page.addresses} messages={messages} />
      <ProviderFields page={page} messages={messages} />
      {provider && <RemoveProvider provider={provider} messages={messages} />}
    </Shell>
  );
};

interface OutcomeProps {
  readonly page: ProviderPage;
  readonly messages: ProvidersMessages;
}

const Outcome = ({ page: { alert, done }, messages }: OutcomeProps) => {
  if (alert) {
    return <Alert>{messages.alerts[alert]}</Alert>;
  }
  return done ? <Report>{messages.done[done]}</Report> : null;
};
