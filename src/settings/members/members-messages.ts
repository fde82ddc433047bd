import type { Role } from '../../members/roles.js';
import type { Translated } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';

/** The words of *Settings → Members*. */
export interface MembersMessages {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly active: string;
  readonly deactivated: string;
  readonly apply: string;
  readonly name: string;
  readonly role: string;
  readonly source: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly noEmail: string;
  readonly byHand: string;
  readonly recovery: string;
  readonly recoveryHint: string;
  readonly you: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly showAll: string;
  readonly onlyYou: string;
  /** Of a role that groups could decide, and none does. */
  readonly defaultRole: string;
  readonly defaultRoleHint: string;
  fromGroup: (group: string) => string;
  fromGroupHint: (group: string) => string;
  syncedBy: (connection: string) => string;
  /** How many there are, the recovery administrator apart, whom no directory counts either. */
  total: (listed: number) => string;
  /** How many match; `more` when the page does not hold all of them. */
  matching: (shown: number, more: boolean) => string;
}

export const MEMBERS_MESSAGES: Translated<MembersMessages> = {
  en: {
    title: 'Members',
    lead: 'Everyone who is in this organization, and where their access comes from.',
    search: 'Search',
    searchHint: 'Name or e-mail',
    status: 'Status',
    anyStatus: 'Any status',
    active: 'Active',
    deactivated: 'Deactivated',
    apply: 'Search',
    name: 'Name and e-mail',
    role: 'Role',
    source: 'Managed',
    roles: ROLE_NAMES.en,
    noEmail: 'No e-mail',
    byHand: 'Managed by hand',
    recovery: 'Recovery administrator',
    recoveryHint: 'Keeps access when the identity provider does not work. No directory can change it.',
    you: 'You',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    nobody: 'Nobody matches',
    nobodyHint: 'Try the beginning of a name or of an e-mail address, or another status.',
    showAll: 'Show all members',
    onlyYou: 'Nobody else is here yet. People appear as soon as your identity provider assigns them to RuleForge.',
    defaultRole: 'Default role',
    defaultRoleHint: 'Nobody gave a role by hand, and none of the member’s groups is mapped to one.',
    fromGroup: (group) => `From group ${group}`,
    fromGroupHint: (group) =>
      `This role comes from the directory group ${group} and cannot be changed here. Take the member out of the group at the identity provider, or change what the group is mapped to.`,
    syncedBy: (connection) => `Synced by ${connection}`,
    total: (listed) => `${members(listed)} besides the recovery administrator`,
    matching: (shown, more) => (more ? `${members(shown)} shown, more match` : `${members(shown)} found`),
  },
};

const members = (count: number) => (count === 1 ? '1 member' : `${count.toLocaleString('en')} members`);
