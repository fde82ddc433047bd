import type { Role } from '../../members/roles.js';
import type { Translated } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { PreviewAlert } from './role-mapping-alert.js';

/** The lists of a preview, in the order in which one should look at them. */
export const EFFECTS = ['becomeAdministrator', 'ceaseAdministrator', 'gain', 'lose', 'inProjects'] as const;

export type Effect = (typeof EFFECTS)[number];

/** The words of a preview of *Role mapping*. */
export interface PreviewMessages {
  readonly title: string;
  readonly provisioning: string;
  readonly breadcrumbs: string;
  readonly lead: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly alerts: Readonly<Record<PreviewAlert, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly confirmHint: string;
  readonly apply: string;
  readonly back: string;
  readonly becomes: string;
  readonly noGroup: string;
  readonly unknownProject: string;
  readonly effects: Readonly<Record<Effect, (count: number) => string>>;
  confirm: (groups: readonly string[]) => string;
  becauseOf: (group: string) => string;
  roleInProject: (role: string, project: string) => string;
  showMore: (count: number) => string;
  others: (count: number) => string;
}

export const PREVIEW_MESSAGES: Translated<PreviewMessages> = {
  en: {
    title: 'Preview of role mapping',
    provisioning: 'Provisioning',
    breadcrumbs: 'Where this page is',
    lead: 'This is what your changes would do. Nothing has been changed yet.',
    nobody: 'Nobody’s role changes',
    nobodyHint: 'Apply to keep the rules for people who come later.',
    alerts: {
      outdated:
        'Groups, members or mappings changed since you looked, so nothing was applied. This is the preview as of now.',
      unconfirmed: 'Nothing was applied: confirm that the members of these groups are to become Administrators.',
      lastAdministrator:
        'Nothing was applied: the organization would be left without an active Administrator. Make another member Administrator first.',
    },
    roles: ROLE_NAMES.en,
    confirmHint:
      'Administrators manage people, identity and billing. From now on, whoever is put into such a group at the identity provider is one.',
    apply: 'Apply',
    back: 'Back to editing',
    becomes: 'becomes',
    noGroup: 'no group decides',
    unknownProject: 'a project',
    effects: {
      becomeAdministrator: (count) => `${people(count)} ${count === 1 ? 'becomes' : 'become'} Administrator`,
      ceaseAdministrator: (count) => `${people(count)} ${count === 1 ? 'ceases' : 'cease'} to be Administrator`,
      gain: (count) => `${people(count)} ${count === 1 ? 'gets' : 'get'} a greater role`,
      lose: (count) => `${people(count)} ${count === 1 ? 'gets' : 'get'} a lesser role`,
      inProjects: (count) => `Of ${people(count)} roles in projects change`,
    },
    confirm: (groups) => `Yes, the members of ${LIST.format(groups)} are to be Administrators`,
    becauseOf: (group) => `because of ${group}`,
    roleInProject: (role, project) => `${role} in ${project}`,
    showMore: (count) => `Show ${count} more`,
    others: (count) => `and ${count.toLocaleString('en')} others`,
  },
};

const LIST = new Intl.ListFormat('en');

const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);
