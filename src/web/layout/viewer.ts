import type { Person } from '../../members/person.js';
import type { Role } from '../../members/roles.js';
import { type Language, toLanguage } from '../language.js';

/** Whom a screen is drawn for, and in which organization. */
export interface Viewer {
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organizationName: string;
  readonly language: Language;
}

export function toViewer({ name, email, role, organizationName, locale }: Person): Viewer {
  return { name, email, role, organizationName, language: toLanguage(locale) };
}
