import type { Role } from '../members/roles.js';

/** The roles that a member can have in one project, the greatest first. */
export const PROJECT_ROLES = ['security_content_lead', 'reviewer', 'engineer', 'read_only'] as const satisfies Role[];

export type RoleInProject = (typeof PROJECT_ROLES)[number];

/** A part of an organization's detection content, in which members can have roles of their own. */
export interface Project {
  readonly organizationId: string;
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** One way in which a member has a role in a project. */
export interface ProjectMember {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly role: RoleInProject;
  /** Whether groups of a directory give the role; else somebody gave it by hand. */
  readonly byGroup: boolean;
}

export interface ProjectList {
  readonly projects: readonly Project[];
  /** The cursor after which the next page begins; absent on the last one. */
  readonly next?: string;
}

export interface ProjectMemberList {
  readonly members: readonly ProjectMember[];
  /** The cursor after which the next page begins; absent on the last one. */
  readonly next?: string;
}
