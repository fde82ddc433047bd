import type { ComponentChildren } from 'preact';

export interface ListFilterProps {
  /** Where the list is. */
  readonly path: string;
  /** The id of the part of the page that shows what was found. */
  readonly finds: string;
  readonly search: SearchField;
  /** Of the button that sends the filter where there is no script. */
  readonly apply: string;
  /** Whether the address shows what was looked for, so that it can be kept and sent. */
  readonly keeps?: boolean;
  /** Further fields. */
  readonly children?: ComponentChildren;
}

interface SearchField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly longest: number;
}

/** Finds while one types and chooses, and draws the list alone anew; without script the button sends it. */
export const ListFilter = ({ path, finds, search, apply, keeps = true, children }: ListFilterProps) => (
  <search>
    <form
      class="filter"
      method="get"
      action={path}
      hx-get={path}
      hx-trigger="submit, change, input changed delay:250ms from:#search"
      hx-sync="this:replace"
      hx-target={`#${finds}`}
      hx-select={`#${finds}`}
      hx-swap="outerMorph"
      hx-replace-url={keeps ? 'true' : undefined}
    >
      <label class="filter__text">
        {search.label}
        <input
          id="search"
          type="search"
          name={search.name}
          value={search.value}
          placeholder={search.hint}
          maxLength={search.longest}
          autocomplete="off"
          spellcheck={false}
          aria-controls={finds}
        />
      </label>
      {children}
      <button type="submit" class="outline">
        {apply}
      </button>
    </form>
  </search>
);
