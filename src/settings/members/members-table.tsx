import { Initials } from '../../web/layout/initials.js';
import { toMemberPath } from '../people/people-path.js';
import { ListTable } from '../../web/list/list-table.js';
import type { MembersMessages } from './members-messages.js';
import type { MemberRow } from './members-page.js';

export interface MembersTableProps {
  readonly rows: readonly MemberRow[];
  /** Whether a name leads to the member's page. */
  readonly opens: boolean;
  readonly messages: MembersMessages;
}

/** A table; on a narrow screen a card a member. The roles keep it a table for screen readers when it is drawn as cards. */
export const MembersTable = ({ rows, opens, messages }: MembersTableProps) => (
  <ListTable headings={[messages.name, messages.role, messages.status, messages.source]}>
    {rows.map((row) => (
      <Row key={row.id} row={row} opens={opens} messages={messages} />
    ))}
  </ListTable>
);

interface RowProps {
  readonly row: MemberRow;
  readonly messages: MembersMessages;
}

const Row = ({ row, opens, messages }: RowProps & Pick<MembersTableProps, 'opens'>) => (
  <tr id={`member-${row.id}`} role="row" class={row.active ? undefined : 'list__off'}>
    <th scope="row" role="rowheader">
      <Person row={row} opens={opens} messages={messages} />
    </th>
    <td role="cell">
      {messages.roles[row.role]}
      <RoleSource row={row} messages={messages} />
    </td>
    <td role="cell">
      <Status active={row.active} messages={messages} />
    </td>
    <td role="cell">
      <Source row={row} messages={messages} />
    </td>
  </tr>
);

const Person = ({ row, opens, messages }: RowProps & Pick<MembersTableProps, 'opens'>) => (
  <div class="person">
    <Initials name={row.name} />
    <div>
      {opens ? (
        <a class="person__name" href={toMemberPath(row.id)}>
          {row.name}
        </a>
      ) : (
        <span class="person__name">{row.name}</span>
      )}
      {row.isViewer && <span class="chip">{messages.you}</span>}
      <span class="line muted">{row.email === null ? messages.noEmail : <Address address={row.email} />}</span>
    </div>
  </div>
);

/** An address that breaks before its `@`, where it breaks at all. */
const Address = ({ address }: { readonly address: string }) => {
  const at = address.lastIndexOf('@');
  return at < 1 ? (
    <>{address}</>
  ) : (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
};

/** Where a role comes from, when not from people alone; a lock where nobody can change it here. */
const RoleSource = ({ row: { roleSource }, messages }: RowProps) => {
  switch (roleSource.kind) {
    case 'group':
      return (
        <span class="line muted role-source role-source--locked" title={messages.fromGroupHint(roleSource.group)}>
          {messages.fromGroup(roleSource.group)}
        </span>
      );
    case 'default':
      return (
        <span class="line muted role-source" title={messages.defaultRoleHint}>
          {messages.defaultRole}
        </span>
      );
    case 'people':
      return null;
    default:
      return roleSource satisfies never;
  }
};

const Status = ({ active, messages }: { readonly active: boolean; readonly messages: MembersMessages }) => (
  <span class={active ? 'chip chip--dot chip--good' : 'chip chip--dot'}>
    {active ? messages.active : messages.deactivated}
  </span>
);

const Source = ({ row, messages }: RowProps) => {
  if (row.recovery) {
    return (
      <span class="chip chip--note" title={messages.recoveryHint}>
        {messages.recovery}
      </span>
    );
  }
  return row.syncedBy === undefined ? <span class="muted">{messages.byHand}</span> : messages.syncedBy(row.syncedBy);
};
