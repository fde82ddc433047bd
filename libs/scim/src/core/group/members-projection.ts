import type { Projection } from '../resource/projection.js';
import { MEMBERS } from './members-apart.js';

/** What is returned of each member of a Group; `undefined` when none is returned (RFC 7644 §3.9). */
export const membersProjection = (projection: Projection = 'all'): Projection | undefined =>
  projection === 'all' ? 'all' : projection.get(MEMBERS);
