import { ROLE_LABELS } from '../members/roles.js';
import type { ListedMapping, NearMiss, RoleMappingList } from '../provisioning/roles/role-mapping-list.js';
import type { PreviewedMember, PreviewedMembers, RolePreview } from '../provisioning/roles/role-preview.js';
import { print } from './print.js';

/** Prints a connection's mappings for people: each on a line, then what waits and what means nothing. */
export function printMappings({ defaultRole, mappings, unmapped }: RoleMappingList): void {
  mappings.forEach((mapping, index) => print(`${index + 1}. ${describe(mapping)}`));
  print(`Everybody else: ${ROLE_LABELS[defaultRole]}`);
  if (unmapped.total > 0) print(`\nGroups that mean nothing (${unmapped.total}):`);
  for (const { id, name, memberCount } of unmapped.groups) print(`${id}\t${memberCount}\t${name}`);
}

function describe({ group, pinned, role, project, nearMisses }: ListedMapping): string {
  const what = `${ROLE_LABELS[role]}${project ? ` in ${project.name}` : ''}`;
  if (pinned) return `${pinned.name} (${pinned.memberCount}) → ${what}`;
  return [`${group.by} "${group.value}", not there yet → ${what}`, ...nearMisses.map(hint)].join('\n   ');
}

const hint = ({ name, id, differs }: NearMiss) =>
  `There is ${JSON.stringify(name)} (${id}), which ${differs.length > 0 ? `differs in ${differs.join(', ')}` : 'got the name later'}.`;

/** Prints for people what rules would do, and the token that applies it. */
export function printPreview(preview: RolePreview): void {
  for (const [title, list] of listsOf(preview)) printMembers(title, list);
  if (preview.needsConfirmation) print('These rules map a group to Administrator: add --confirm-administrator.');
  print(`Token  ${preview.token}`);
}

const listsOf = (preview: RolePreview): [title: string, list: PreviewedMembers][] => [
  ['Become Administrator', preview.becomeAdministrator],
  ['Cease to be Administrator', preview.ceaseAdministrator],
  ['Gain', preview.gain],
  ['Lose', preview.lose],
  ['Change in projects only', preview.inProjects],
];

function printMembers(title: string, { total, members }: PreviewedMembers): void {
  print(`${title}: ${total}`);
  for (const member of members) print(`  ${toLine(member)}`);
  if (total > members.length) print(`  … and ${total - members.length} more`);
}

const toLine = ({ name, from, to, group }: PreviewedMember) =>
  `${name}: ${ROLE_LABELS[from]} → ${ROLE_LABELS[to]}${group ? ` by ${group.name}` : ''}`;
