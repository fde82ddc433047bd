import type { ProjectChoice } from './editor-page.js';
import type { RoleMappingMessages } from './role-mapping-messages.js';

/** What every part of the editor needs. */
export interface EditorContext {
  /** Of the screen, where its form is sent. */
  readonly path: string;
  readonly projects: readonly ProjectChoice[];
  readonly messages: RoleMappingMessages;
}
