import type { Landmarks } from '../population/past.js';
import { markOf } from '../population/person.js';
import type { Tenant } from '../population/tenant.js';

/** A list as an administrator asks for it. */
export interface ScreenPage {
  readonly screen: string;
  readonly view: string;
  readonly path: string;
}

type Query = Readonly<Record<string, string>>;

/** Every list of the product, plain, searched, filtered and deep, in an organization. */
export function screenPagesOf({ connectionId, firstPerson }: Tenant, marks: Landmarks): readonly ScreenPage[] {
  const [settings, connection] = ['/settings', `/settings/identity/provisioning/${connectionId}`];
  const rare = markOf(firstPerson + 49);
  return [
    ...viewsOf('Members', `${settings}/members`, {
      plain: {},
      'common word': { search: 'ada' },
      'less common word': { search: 'maria' },
      'less common address': { search: 'support' },
      'rare word': { search: rare },
      'word of nobody': { search: 'zoe' },
      'two words': { search: `${rare} maria` },
      'two common words': { search: 'ada q0' },
      'common and less common word': { search: 'q0 support' },
      deactivated: { status: 'deactivated' },
      role: { role: 'engineer' },
      'rare role': { role: 'administrator' },
      'managed by hand': { managed: 'hand' },
      'managed by the directory': { managed: connectionId },
      'filters that nobody fits': { role: 'engineer', status: 'deactivated', managed: connectionId },
      'word and filters': { search: 'ada', status: 'active', role: 'engineer', managed: connectionId },
      deep: { after: marks.member },
      backwards: { before: marks.member },
    }),
    ...viewsOf('Invitations', `${settings}/members/invitations`, {
      plain: {},
      expired: { state: 'expired' },
      accepted: { state: 'accepted' },
      deep: { before: marks.invitation },
    }),
    ...viewsOf('Project members', `${settings}/projects/${marks.projectId}`, {
      plain: {},
      searched: { search: 'ada' },
      deep: { after: marks.projectMember },
    }),
    ...viewsOf('Projects', `${settings}/projects`, { plain: {} }),
    ...viewsOf('API keys', `${settings}/api-keys`, { plain: {}, deep: { before: marks.apiKey } }),
    ...viewsOf('Provisioning', `${settings}/identity/provisioning`, { plain: {} }),
    ...viewsOf('Role mapping', `${connection}/role-mapping`, { plain: {}, searched: { search: 'team 7' } }),
    ...viewsOf('Activity', `${connection}/activity`, {
      plain: {},
      refused: { outcome: 'refused' },
      failed: { outcome: 'failed' },
      updates: { kind: 'update' },
      'refused reads': { outcome: 'refused', kind: 'read' },
      'an hour': { period: 'hour' },
      person: { search: rare },
      'many people': { search: 'ada' },
      nobody: { search: 'zoe' },
      deep: { before: marks.request },
    }),
    ...viewsOf('Health', `${connection}/health`, { plain: {} }),
    ...viewsOf('Sign-in check', `${connection}/sign-in-check`, { plain: {} }),
    ...viewsOf('Offboarding', `${connection}/offboarding`, {
      plain: {},
      person: { search: rare },
      'many people': { search: 'ada' },
      nobody: { search: 'zoe' },
      removed: { kind: 'removed' },
      'an hour': { period: 'hour' },
      deep: { before: marks.offboarding },
    }),
    ...viewsOf('Audit', '/governance/audit', {
      plain: {},
      'common word': { text: 'directory' },
      'rare word': { text: rare },
      'word of nothing': { text: 'zoe' },
      'two words': { text: `updated ${rare}` },
      'two common words': { text: 'directory updated' },
      'two words never together': { text: 'changed renamed' },
      'less common word': { text: 'project' },
      'entity type': { entity: 'member' },
      'rare entity type': { entity: 'project' },
      'entity type of nothing': { entity: 'review' },
      'word of an entity type': { text: 'directory', entity: 'group' },
      'an hour': { period: 'hour' },
      'a month, rare word': { text: rare, period: 'month' },
      deep: { before: marks.auditEntry },
      'deep, common word': { text: 'directory', before: marks.auditEntry },
    }),
  ];
}

const viewsOf = (screen: string, path: string, views: Readonly<Record<string, Query>>): readonly ScreenPage[] =>
  Object.entries(views).map(([view, query]) => ({
    screen,
    view,
    path: Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams({ ...query }).toString()}`,
  }));
