import type { Viewer } from '../../web/layout/viewer.js';
import { Report } from '../../web/layout/tidings.js';
import type { ConnectionAlert } from '../connection/connection-alert.js';
import type { ShownConnection } from '../connection/connection-desk.service.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import {
  toConnectionSettingsPath,
  toRemovalPath,
  toRoleMappingPath,
  toSetUpPath,
} from '../provisioning/provisioning-path.js';
import type { ConnectionSettingsPage } from './connection-settings-page.js';
import { CONNECTION_SETTINGS_MESSAGES, type ConnectionSettingsMessages } from './connection-settings-messages.js';

export interface ConnectionSettingsViewProps {
  readonly viewer: Viewer;
  readonly page: ConnectionSettingsPage;
  readonly alert?: ConnectionAlert | undefined;
  /** What has just been done. */
  readonly done?: string | undefined;
}

/** *Settings* of a connection: its name, its rules, whether it is served, and the way to its end. */
export const ConnectionSettingsView = ({ viewer, page, alert, done = '' }: ConnectionSettingsViewProps) => {
  const { connection } = page;
  const messages = CONNECTION_SETTINGS_MESSAGES[viewer.language];
  const report = new Map([
    ['saved', messages.saved],
    ['paused', messages.paused],
    ['active', messages.resumed],
  ]).get(done);
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      title={messages.title}
      lead={messages.lead}
      current="settings"
      alert={alert}
    >
      <Report>{report}</Report>
      <Rules page={page} messages={messages} />
      <Service connection={connection} messages={messages} />
      <section class="sheet" aria-labelledby="remove-title">
        <h2 id="remove-title">{messages.remove}</h2>
        <p class="sheet__hint">{messages.removeHint}</p>
        <a class="step step--danger" href={toRemovalPath(connection.id)}>
          {messages.remove}…
        </a>
      </section>
    </ConnectionFrame>
  );
};

interface RulesProps {
  readonly page: ConnectionSettingsPage;
  readonly messages: ConnectionSettingsMessages;
}

const Rules = ({ page: { connection, onlyProvisioned }, messages }: RulesProps) => (
  <form class="sheet" method="post" action={toConnectionSettingsPath(connection.id)}>
    <label for="name">{messages.name}</label>
    <input
      id="name"
      type="text"
      name="name"
      value={connection.name}
      required
      maxLength={100}
      autocomplete="off"
      aria-describedby="name-hint"
    />
    <p id="name-hint" class="sheet__hint">
      {messages.nameHint}
    </p>
    <Switch name="adopts" checked={connection.adopts} label={messages.adopts} hint={messages.adoptsHint} />
    <Switch
      name="onlyProvisioned"
      checked={onlyProvisioned}
      label={messages.onlyProvisioned}
      hint={messages.onlyProvisionedHint}
    />
    <Switch name="strict" checked={connection.strict} label={messages.strict} hint={messages.strictHint} />
    <p class="sheet__fact">
      <strong>{messages.defaultRole}</strong>
      <span class="line muted">
        {messages.defaultRoleHint} <a href={toRoleMappingPath(connection.id)}>{messages.roleMapping}</a>
      </span>
    </p>
    <div class="sheet__end">
      <button type="submit">{messages.save}</button>
    </div>
  </form>
);

interface SwitchProps {
  readonly name: string;
  readonly checked: boolean;
  readonly label: string;
  readonly hint: string;
}

const Switch = ({ name, checked, label, hint }: SwitchProps) => (
  <div class="switch">
    <label>
      <input
        type="checkbox"
        role="switch"
        name={name}
        value="yes"
        checked={checked}
        autocomplete="off"
        aria-describedby={`${name}-hint`}
      />
      {label}
    </label>
    <p id={`${name}-hint`} class="sheet__hint">
      {hint}
    </p>
  </div>
);

interface ServiceProps {
  readonly connection: ShownConnection;
  readonly messages: ConnectionSettingsMessages;
}

const Service = ({ connection: { id, state }, messages }: ServiceProps) => (
  <section class="sheet" aria-labelledby="service-title">
    <h2 id="service-title">{messages.service}</h2>
    {state === 'draft' ? (
      <>
        <p class="sheet__hint">{messages.draftHint}</p>
        <a class="step" href={toSetUpPath(id)}>
          {messages.continueSetUp}
        </a>
      </>
    ) : (
      <form method="post" action={`${toConnectionSettingsPath(id)}/${state === 'active' ? 'pause' : 'resume'}`}>
        <p class="sheet__hint">{state === 'active' ? messages.pauseHint : messages.resumeHint}</p>
        <button type="submit" class="secondary outline">
          {state === 'active' ? messages.pause : messages.resume}
        </button>
      </form>
    )}
  </section>
);
