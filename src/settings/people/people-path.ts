import { MEMBERS_PATH } from '../members/members-path.js';

export const INVITATIONS_PATH = `${MEMBERS_PATH}/invitations`;
export const NEW_MEMBER_PATH = `${MEMBERS_PATH}/new`;
export const PROJECTS_PATH = '/settings/projects';

/** The address of one member's page. */
export const toMemberPath = (id: string): string => `${MEMBERS_PATH}/${id}`;

/** The address of one project's page. */
export const toProjectPath = (id: string): string => `${PROJECTS_PATH}/${id}`;

/** Where the audit log tells of whoever has this name. */
export const toMemberAuditPath = (name: string): string =>
  `/governance/audit?${new URLSearchParams({ text: name.slice(0, 200) }).toString()}`;
