import { CONNECTION_PROVIDERS } from '../../connections/connection-provider.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { CONNECTION_PAGE_MESSAGES } from '../connection/connection-page-messages.js';
import { NEW_CONNECTION_PATH, PROVISIONING_PATH } from '../provisioning/provisioning-path.js';
import { SETUP_MESSAGES } from './setup-messages.js';

/** Whose directory it is. */
export const ChooseProviderView = ({ viewer }: { readonly viewer: Viewer }) => {
  const messages = SETUP_MESSAGES[viewer.language];
  const { provisioning, breadcrumbs } = CONNECTION_PAGE_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={PROVISIONING_PATH} title={messages.newTitle}>
      <nav class="breadcrumbs" aria-label={breadcrumbs}>
        <a href={PROVISIONING_PATH}>{provisioning}</a>
        <span aria-hidden="true">›</span>
        <span>{messages.newTitle}</span>
      </nav>
      <h1>{messages.newTitle}</h1>
      <p class="muted">{messages.newLead}</p>
      <ul class="providers">
        {CONNECTION_PROVIDERS.map((provider) => (
          <li key={provider}>
            <a href={`${NEW_CONNECTION_PATH}/${provider}`}>
              <span class="providers__letter" aria-hidden="true">
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
