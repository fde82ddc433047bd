import type { ListedToken } from '@ruleforge/scim';
import type { Viewer } from '../../web/layout/viewer.js';
import type { ConnectionAlert } from '../connection/connection-alert.js';
import { CONNECTION_PAGE_MESSAGES } from '../connection/connection-page-messages.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { CopyField } from '../connection/copy-field.js';
import { toRoleMappingPath, toSetUpPath } from '../provisioning/provisioning-path.js';
import { GUIDE_TEXTS } from './guide-texts.js';
import { LiveCheck } from './live-check.js';
import { PROVIDER_GUIDES, type ProviderGuide } from './provider-guide.js';
import type { SetUpPage } from './set-up-page.js';
import { SETUP_MESSAGES, type SetupMessages } from './setup-messages.js';

export interface SetUpViewProps {
  readonly viewer: Viewer;
  readonly page: SetUpPage;
  readonly alert?: ConnectionAlert | undefined;
}

/** *Set-up*: under the provider's own names, step by step, with what has arrived beside it. */
export const SetUpView = ({ viewer, page, alert }: SetUpViewProps) => {
  const { connection, contact } = page;
  const messages = SETUP_MESSAGES[viewer.language];
  const [guide, texts] = [PROVIDER_GUIDES[connection.provider], GUIDE_TEXTS[viewer.language][connection.provider]];
  const provider = connection.provider === 'other' ? connection.name : guide.name;
  const lead = messages.lead(provider);
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      title={messages.title}
      lead={lead}
      current="set-up"
      alert={alert}
    >
      <div class="set-up">
        <ol class="set-up__steps">
          <li>
            <h2>{messages.enter(provider)}</h2>
            {guide.menu.length > 0 && <Menu menu={guide.menu} messages={messages} />}
            <Instructions lines={texts.before} />
            <Values page={page} guide={guide} viewer={viewer} />
          </li>
          <li>
            <h2>{messages.mapping}</h2>
            <p class="muted">{messages.mappingHint}</p>
            <Mapping guide={guide} messages={messages} />
          </li>
          <li>
            <h2>{messages.finish(provider)}</h2>
            <Instructions lines={texts.after} />
          </li>
          <li>
            <h2>{messages.next}</h2>
            <p class="muted">{messages.nextHint}</p>
            <a class="step" href={toRoleMappingPath(connection.id)}>
              {messages.roleMapping}
            </a>
          </li>
        </ol>
        <div class="set-up__beside">
          <LiveCheck connection={connection} contact={contact} language={viewer.language} />
          <section class="traps" aria-labelledby="traps-title">
            <h2 id="traps-title">{messages.traps}</h2>
            <ul>
              {texts.traps.map((trap) => (
                <li key={trap}>{trap}</li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </ConnectionFrame>
  );
};

interface PartProps {
  readonly messages: SetupMessages;
}

const Menu = ({ menu, messages }: PartProps & { readonly menu: readonly string[] }) => (
  <p class="menu-path">
    <span class="muted">{messages.at}:</span> {menu.join(' → ')}
  </p>
);

const Instructions = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul class="instructions">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

interface ValuesProps {
  readonly page: SetUpPage;
  readonly guide: ProviderGuide;
  readonly viewer: Viewer;
}

const Values = ({ page: { connection, baseUrl, tokens, issued }, guide, viewer: { language } }: ValuesProps) => {
  const [messages, words] = [SETUP_MESSAGES[language], CONNECTION_PAGE_MESSAGES[language]];
  const live = tokens.filter(isLive).at(-1);
  return (
    <div class="values">
      <CopyField id="base-url" label={guide.baseUrlField} value={baseUrl} messages={words} />
      {issued && (
        <CopyField id="token" label={guide.tokenField} value={issued.token} hint={words.once} messages={words} />
      )}
      {!issued && (
        <form method="post" action={`${toSetUpPath(connection.id)}/token`} class="values__issue">
          <input type="hidden" name="seen" value={tokens.length} />
          <p>
            <strong>{guide.tokenField}</strong>
            <span class="line muted">{live ? messages.hasToken(live.label) : messages.noToken}</span>
          </p>
          <button type="submit" class={live ? 'secondary outline' : undefined}>
            {live ? messages.issueAnother : messages.issueFirst}
          </button>
        </form>
      )}
    </div>
  );
};

const isLive = ({ state, access }: ListedToken) => state === 'live' && access === 'write';

const Mapping = ({ guide, messages }: PartProps & { readonly guide: ProviderGuide }) => (
  <div class="table-frame">
    <table>
      <thead>
        <tr>
          <th scope="col">{messages.attribute}</th>
          <th scope="col">{messages.source}</th>
        </tr>
      </thead>
      <tbody>
        {guide.mapping.map(([attribute, source]) => (
          <tr key={attribute}>
            <td>
              <code>{attribute}</code>
            </td>
            <td>{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
