/** Something that happened, for people to read. */
export interface JournalEntry {
  readonly at: Date;
  /** `request` is what went over the wire for the entry that follows. */
  readonly kind: 'request' | 'news' | 'trouble';
  readonly text: string;
}

const KEPT = 60;

/** What happened last, and whoever wants to hear it at once. */
export class Journal {
  private readonly kept: JournalEntry[] = [];

  constructor(private readonly tell: (entry: JournalEntry) => void) {}

  /** The newest first. */
  get entries(): readonly JournalEntry[] {
    return this.kept;
  }

  write(kind: JournalEntry['kind'], text: string): void {
    const entry = { at: new Date(), kind, text };
    this.kept.unshift(entry);
    this.kept.splice(KEPT);
    this.tell(entry);
  }
}
