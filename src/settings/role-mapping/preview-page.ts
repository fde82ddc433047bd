import type { RolePreview } from '../../provisioning/roles/role-preview.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';
import type { Draft } from './draft.js';
import type { ProjectChoice } from './editor-page.js';

/** What a draft would do, before it is applied. */
export interface PreviewPage {
  readonly connection: ListedConnection;
  readonly draft: Draft;
  readonly preview: RolePreview;
  readonly projects: readonly ProjectChoice[];
}
