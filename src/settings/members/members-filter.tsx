import type { MembersMessages } from './members-messages.js';
import { MEMBERS_PATH } from './members-path.js';
import { LONGEST_SEARCH, type MembersQuery } from './members-query.js';

export interface MembersFilterProps {
  readonly query: MembersQuery;
  readonly messages: MembersMessages;
}

/** Searches while one types; without script the button sends it. */
export const MembersFilter = ({ query, messages }: MembersFilterProps) => (
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
      <button type="submit" class="outline">
        {messages.apply}
      </button>
    </form>
  </search>
);
