import type { ShownConnection } from '../connection/connection-desk.service.js';

/** What *Settings* of a connection shows. */
export interface ConnectionSettingsPage {
  readonly connection: ShownConnection;
  /** Whether only people whom it provisioned may enter. */
  readonly onlyProvisioned: boolean;
}
