import { LastAdministrator } from '../../members/member-errors.js';
import {
  AdministratorByName,
  AdministratorInProject,
  AdministratorUnconfirmed,
  GroupMappedTwice,
  GroupNotFound,
  PreviewOutdated,
  UnknownProject,
} from '../../provisioning/roles/role-mapping-errors.js';

/** Why rules cannot be looked at; the editor says so. */
export type EditorAlert =
  'groupGone' | 'projectGone' | 'mappedTwice' | 'administratorByName' | 'administratorInProject' | 'untypable' | 'full';

/** Why a preview was not applied; the preview says so. */
export type PreviewAlert = 'outdated' | 'unconfirmed' | 'lastAdministrator';

/** What the editor says to an error; nothing, when it is none of the rules'. */
export const findEditorAlert = (error: unknown): EditorAlert | undefined => EDITOR_ALERTS.get(classOf(error));

/** What the preview says to an error of applying it; nothing, when it says nothing of the preview. */
export const findPreviewAlert = (error: unknown): PreviewAlert | undefined => PREVIEW_ALERTS.get(classOf(error));

const classOf = (error: unknown): unknown => (error instanceof Error ? error.constructor : undefined);

const EDITOR_ALERTS = new Map<unknown, EditorAlert>([
  [GroupNotFound, 'groupGone'],
  [UnknownProject, 'projectGone'],
  [GroupMappedTwice, 'mappedTwice'],
  [AdministratorByName, 'administratorByName'],
  [AdministratorInProject, 'administratorInProject'],
]);

const PREVIEW_ALERTS = new Map<unknown, PreviewAlert>([
  [PreviewOutdated, 'outdated'],
  [AdministratorUnconfirmed, 'unconfirmed'],
  [LastAdministrator, 'lastAdministrator'],
]);
