import type { AuditCriteria } from '../../audit/audit-criteria.js';
import type { AuditQuery, Entity, Period } from './audit-query.js';

/** What a query selects, at this moment, in the organization. */
export function toAuditCriteria(organizationId: string, query: AuditQuery, now: Date): AuditCriteria {
  const { text, entity, before, found } = query;
  const kinds = entity && KINDS[entity];
  return { organizationId, text, kinds, before, goesOn: found !== undefined, ...momentsOf(query, now) };
}

/** The kinds of subjects that people mean by an entity. */
const KINDS: Readonly<Record<Entity, readonly string[]>> = {
  project: ['project'],
  version: ['version'],
  review: ['review'],
  case: ['case'],
  integration: [
    'integration',
    'webhook',
    'api_key',
    'connection',
    'token',
    'oauth_client',
    'identity_provider',
    'provider',
  ],
  member: ['member', 'invitation'],
  group: ['group'],
  connection: ['connection', 'token', 'oauth_client'],
};

function momentsOf({ period, from, to }: AuditQuery, now: Date): Pick<AuditCriteria, 'from' | 'to'> {
  if (period === undefined) return {};
  if (period === 'custom') return { from: toMoment(from), to: toMoment(to) };
  return { from: new Date(now.getTime() - HOURS[period] * 3_600_000) };
}

const HOURS: Readonly<Record<Exclude<Period, 'custom'>, number>> = { hour: 1, day: 24, week: 168, month: 720 };

/** A day that is in no calendar bounds nothing. */
function toMoment(text: string | undefined): Date | undefined {
  const moment = new Date(`${text ?? ''}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
