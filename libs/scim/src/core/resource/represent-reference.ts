import { isComplex } from '../filter/is-complex.js';
import type { ScimValue } from './resource.js';
import { isList } from './same-value.js';

/** What is known of a resource that another one refers to: its `id`, and what it is called. */
export interface Reference {
  readonly value: string;
  readonly display: string;
}

/** One of a Group's `members`, as it goes over the wire (RFC 7643 §4.2). */
export const representMember = (member: Reference, baseUrl: string) => ({
  value: member.value,
  $ref: `${baseUrl}/Users/${member.value}`,
  type: 'User',
  display: member.display,
});

/** The `groups` of a User, whom no Group has through another one (RFC 7643 §4.1.2). */
export const representGroupsOfUser = (groups: ScimValue, baseUrl: string) =>
  isList(groups) ? groups.map((group) => representGroup(group, baseUrl)) : groups;

function representGroup(group: ScimValue, baseUrl: string) {
  if (!isComplex(group) || typeof group['value'] !== 'string') return group;
  return { ...group, $ref: `${baseUrl}/Groups/${group['value']}`, type: 'direct' };
}
