import type { Administrator } from '../../connections/administrator.js';
import type { ConnectionPlace } from '../../connections/connection-place.js';
import type { Viewer } from '../../web/layout/viewer.js';

/** Who asks, and of which connection. */
export interface Asking {
  readonly viewer: Viewer;
  readonly place: ConnectionPlace;
  readonly actor: Administrator;
}
