import { ROLES } from '../../members/roles.js';
import { Choice } from '../../web/list/choice.js';
import { ListFilter } from '../../web/list/list-filter.js';
import type { MembersMessages } from './members-messages.js';
import type { MembersPage } from './members-page.js';
import { MEMBERS_PATH } from './members-path.js';
import { BY_HAND, LONGEST_SEARCH } from './members-query.js';

export interface MembersFilterProps {
  readonly page: Pick<MembersPage, 'query' | 'connections'>;
  readonly messages: MembersMessages;
}

/** Finds members by name, and by what is special about them. */
export const MembersFilter = ({ page: { query, connections }, messages }: MembersFilterProps) => {
  const { search: label, searchHint: hint, active, deactivated } = messages;
  const search = { name: 'search', label, hint, value: query.search, longest: LONGEST_SEARCH };
  const roles = ROLES.map((role) => [role, messages.roles[role]] as const);
  const sources = connections.map(({ id, name }) => [id, messages.syncedBy(name)] as const);
  return (
    <ListFilter path={MEMBERS_PATH} finds="members" search={search} apply={messages.apply}>
      <Choice
        label={messages.status}
        name="status"
        value={query.status}
        options={{ '': messages.anyStatus, active, deactivated }}
      />
      <Choice
        label={messages.role}
        name="role"
        value={query.role}
        options={Object.fromEntries([['', messages.anyRole], ...roles])}
      />
      <Choice
        label={messages.source}
        name="managed"
        value={query.managed}
        options={Object.fromEntries([['', messages.anySource], [BY_HAND, messages.byHand], ...sources])}
      />
    </ListFilter>
  );
};
