/** Which entries of one organization are wanted; all, where nothing is said. */
export interface AuditCriteria {
  readonly organizationId: string;
  /** Beginnings of words that stand in the names of actor and subject, or in the action. */
  readonly text?: string | undefined;
  /** Kinds of subjects. */
  readonly kinds?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  /** The first moment that is too late. */
  readonly to?: Date | undefined;
  /** The id of an entry that is too new, as are those after it. */
  readonly before?: string | undefined;
  /** Whether a search that had stopped goes on from there: it looks at more at once. */
  readonly goesOn?: boolean | undefined;
}
