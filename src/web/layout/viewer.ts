import type { Person } from '../../members/person.js';
import { type Language, toLanguage } from '../language.js';
import { ROLE_NAMES } from '../role-names.js';

/** Whom a screen is drawn for, and in which organization. */
export interface Viewer {
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly organizationName: string;
  readonly language: Language;
}

export function toViewer({ name, email, role, organizationName, locale }: Person): Viewer {
  const language = toLanguage(locale);
  return { name, email, role: ROLE_NAMES[language][role], organizationName, language };
}
