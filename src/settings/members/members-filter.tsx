import { ROLES } from '../../members/roles.js';
import type { MembersMessages } from './members-messages.js';
import { MEMBERS_PATH } from './members-path.js';
import type { MembersPage } from './members-page.js';
import { BY_HAND, LONGEST_SEARCH } from './members-query.js';

export interface MembersFilterProps {
  readonly page: Pick<MembersPage, 'query' | 'connections'>;
  readonly messages: MembersMessages;
}

/** Searches while one types; without script the button sends it. */
export const MembersFilter = ({ page: { query, connections }, messages }: MembersFilterProps) => (
  <search>
    <form
      class="filter"
      method="get"
      action={MEMBERS_PATH}
      hx-get={MEMBERS_PATH}
      hx-trigger="submit, change, input changed delay:250ms from:#search"
      hx-sync="this:replace"
      hx-target="#members"
      hx-select="#members"
      hx-swap="outerMorph"
      hx-replace-url="true"
    >
      <label>
        {messages.search}
        <input
          id="search"
          type="search"
          name="search"
          value={query.search}
          placeholder={messages.searchHint}
          maxLength={LONGEST_SEARCH}
          autocomplete="off"
          spellcheck={false}
          aria-controls="members"
        />
      </label>
      <label>
        {messages.status}
        <select name="status" aria-controls="members">
          <option value="">{messages.anyStatus}</option>
          <option value="active" selected={query.status === 'active'}>
            {messages.active}
          </option>
          <option value="deactivated" selected={query.status === 'deactivated'}>
            {messages.deactivated}
          </option>
        </select>
      </label>
      <label>
        {messages.role}
        <select name="role" aria-controls="members">
          <option value="">{messages.anyRole}</option>
          {ROLES.map((role) => (
            <option key={role} value={role} selected={query.role === role}>
              {messages.roles[role]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {messages.source}
        <select name="managed" aria-controls="members">
          <option value="">{messages.anySource}</option>
          <option value={BY_HAND} selected={query.managed === BY_HAND}>
            {messages.byHand}
          </option>
          {connections.map(({ id, name }) => (
            <option key={id} value={id} selected={query.managed === id}>
              {messages.syncedBy(name)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="outline">
        {messages.apply}
      </button>
    </form>
  </search>
);
