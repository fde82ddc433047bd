/** A column that answers for one attribute, in the form in which it is compared: folded unless it is case exact. */
export interface Column {
  /** A name, or an expression in parentheses; trusted. */
  readonly sql: string;
  readonly type: 'text' | 'boolean' | 'uuid' | 'timestamp';
  /** Whether every row has a value: then an index on the column leads to any page of a list that is sorted by it. */
  readonly isNeverNull?: true;
  /**
   * Where the column holds its own key of a value: the key to look for by `eq` and `ne`, or `undefined` when no row can
   * have it. The other operators compare with the value as it is.
   */
  readonly fold?: (value: string) => string | undefined;
}

/** A list that is kept as rows of another table, each of them one element. Its SQL is trusted. */
export interface Relation {
  /** What stands behind FROM. */
  readonly rows: string;
  /** The condition that ties the rows to the one that is filtered. */
  readonly join: string;
  /** Where a row keeps the parts of its element. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** Where a table keeps what filters ask for. Keys are attribute names joined by dots, in lower case. */
export interface Columns {
  /** The SQL of a jsonb made by `searchDocument`: it answers for every attribute that has no column. */
  readonly document: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** The SQL of a jsonb array, NULL when it is empty, for a list that is kept outside the document, in the same form. */
  readonly lists?: ReadonlyMap<string, string>;
  readonly relations?: ReadonlyMap<string, Relation>;
  /**
   * Ways to narrow the rows by an index, for `eq`: given the placeholder of the value, a condition that holds for every row
   * that has the value, and maybe for more. What the document says decides.
   */
  readonly lookups?: ReadonlyMap<string, (placeholder: string) => string>;
}

/** Of a table that keeps everything in columns. */
export const NO_DOCUMENT = 'NULL::jsonb';

export const columnKey = (keys: readonly string[]): string => keys.join('.').toLowerCase();
