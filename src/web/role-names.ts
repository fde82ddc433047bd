import { ROLE_LABELS, type Role } from '../members/roles.js';
import type { Translated } from './language.js';

/** What the organization roles are called. */
export const ROLE_NAMES: Translated<Readonly<Record<Role, string>>> = { en: ROLE_LABELS };
