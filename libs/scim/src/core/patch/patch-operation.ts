import type { ChangeMode } from '../resource/apply-changes.js';
import type { Changes } from '../resource/change.js';

/** One operation of a PATCH, read and checked against the schema; a removal changes to nothing. */
export interface PatchOperation {
  readonly mode: ChangeMode;
  readonly changes: Changes;
}
