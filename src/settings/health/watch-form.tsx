import { toConnectionPath } from '../connection/connection-path.js';
import type { HealthMessages } from './health-messages.js';
import type { HealthPage } from './health-page.js';

export interface WatchFormProps {
  readonly page: HealthPage;
  readonly messages: HealthMessages;
}

/** From when on administrators are alerted. */
export const WatchForm = ({ page: { connection, watch }, messages }: WatchFormProps) => (
  <section>
    <h2>{messages.watch}</h2>
    <p class="muted">{messages.watchLead}</p>
    <form class="watch" method="post" action={toConnectionPath(connection.id, 'health')}>
      <NumberField
        label={messages.alertPeople}
        name="alertPeople"
        value={watch.alertPeople}
        least={2}
        most={1_000_000}
      />
      <NumberField label={messages.alertPercent} name="alertPercent" value={watch.alertPercent} least={1} most={100} />
      <NumberField label={messages.silentHours} name="silentHours" value={watch.silentHours} least={1} most={8_760} />
      <button type="submit" class="small">
        {messages.save}
      </button>
    </form>
  </section>
);

interface NumberFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

const NumberField = ({ label, name, value, least, most }: NumberFieldProps) => (
  <label>
    {label}
    <input type="number" name={name} value={value} min={least} max={most} step={1} required inputMode="numeric" />
  </label>
);
