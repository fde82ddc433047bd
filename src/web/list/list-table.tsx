import type { ComponentChildren } from 'preact';

export interface ListTableProps {
  readonly headings: readonly string[];
  /** What the last column is for, when it has buttons: one sees that, and hears it. */
  readonly acts?: string | undefined;
  /** Rows of `tr`, with the roles that the table has. */
  readonly children: ComponentChildren;
}

/** A table; on a narrow screen a card a row. The roles keep it a table for screen readers when it is drawn as cards. */
export const ListTable = ({ headings, acts, children }: ListTableProps) => (
  <table class="list" role="table">
    <thead role="rowgroup">
      <tr role="row">
        {headings.map((heading) => (
          <th key={heading} scope="col" role="columnheader">
            {heading}
          </th>
        ))}
        {acts && (
          <th scope="col" role="columnheader" class="list__acts">
            <span class="visually-hidden">{acts}</span>
          </th>
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
);
