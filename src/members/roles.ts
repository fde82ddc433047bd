/** The organization roles, in the order in which the product lists them. */
export const ROLES = ['administrator', 'security_content_lead', 'reviewer', 'engineer', 'read_only'] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  security_content_lead: 'Security content lead',
  reviewer: 'Reviewer',
  engineer: 'Engineer',
  read_only: 'Read only',
};

export type Permission = 'member:manage' | 'identity_provider:manage' | 'integration:manage' | 'audit:view';

/** Whether a member with this role may do that. */
export const can = (role: Role, permission: Permission): boolean => PERMISSIONS[role].has(permission);

const NONE: ReadonlySet<Permission> = new Set();

// Only the Administrator manages people and identity; the others differ in what they do with detection content.
const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  administrator: new Set<Permission>(['member:manage', 'identity_provider:manage', 'integration:manage', 'audit:view']),
  security_content_lead: new Set<Permission>(['audit:view']),
  reviewer: NONE,
  engineer: NONE,
  read_only: NONE,
};
