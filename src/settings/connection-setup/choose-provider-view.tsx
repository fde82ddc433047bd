import { CONNECTION_PROVIDERS } from '../../connections/connection-provider.js';
import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import { Trail } from '../../web/layout/trail.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { NEW_CONNECTION_PATH, PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { SETUP_MESSAGES } from './setup-messages.js';

/** Whose directory it is. */
export const ChooseProviderView = ({ viewer }: { readonly viewer: Viewer }) => {
  const messages = SETUP_MESSAGES[viewer.language];
  const { provisioning } = CONNECTION_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={messages.newTitle}>
      <Trail to={PROVISIONING_PATH} name={provisioning} here={messages.newTitle} language={viewer.language} />
      <Headline title={messages.newTitle} lead={messages.newLead} />
      <ul class="choices">
        {CONNECTION_PROVIDERS.map((provider) => (
          <li key={provider}>
            <a href={`${NEW_CONNECTION_PATH}/${provider}`}>
              <span class="choices__letter" aria-hidden="true">
                {messages.providers[provider].slice(0, 1)}
              </span>
              {messages.providers[provider]}
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  );
};
