import type { Person } from '../../members/person.js';
import type { Role } from '../../members/roles.js';
import type { Elsewhere, PersonInSession, Session } from '../../sessions/session.js';
import { type Language, toLanguage } from '../language.js';

/** Another organization of the same account. */
export interface OtherOrganization {
  readonly id: string;
  readonly name: string;
  /** Whether the present session is enough to go there. */
  readonly opens: boolean;
}

/** Whom a screen is drawn for, and in which organization. */
export interface Viewer {
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organizationName: string;
  readonly otherOrganizations: readonly OtherOrganization[];
  readonly signedInBy: Session['openedBy'] | undefined;
  readonly language: Language;
}

export function toViewer(person: Person & Partial<PersonInSession>): Viewer {
  const { name, email, role, organizationName, locale, session, elsewhere = [] } = person;
  return {
    name,
    email,
    role,
    organizationName,
    otherOrganizations: elsewhere.map(toOther),
    signedInBy: session?.openedBy,
    language: toLanguage(locale),
  };
}

const toOther = ({ organizationId, organizationName, byPassword }: Elsewhere) => ({
  id: organizationId,
  name: organizationName,
  opens: byPassword,
});
