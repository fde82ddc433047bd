/**
 * Where pages of organizations' lists ended, so that a client that walks on need not be counted up to again. Only an
 * accelerator: without a position, or with one that is gone, the list answers the same.
 */
export class PagePositions {
  private readonly positions = new Map<string, Position>();

  constructor(
    private readonly most = 10_000,
    private readonly lifetimeMs = 300_000,
  ) {}

  /** The id after which the page at `startIndex` begins. */
  find(organizationId: string, startIndex: number): string | undefined {
    const position = this.positions.get(keyOf(organizationId, startIndex));
    return position && position.goodUntil > Date.now() ? position.after : undefined;
  }

  remember(organizationId: string, startIndex: number, after: string): void {
    const key = keyOf(organizationId, startIndex);
    this.positions.delete(key);
    this.positions.set(key, { after, goodUntil: Date.now() + this.lifetimeMs });
    if (this.positions.size > this.most) this.forgetOldest();
  }

  private forgetOldest(): void {
    for (const key of this.positions.keys()) {
      this.positions.delete(key);
      return;
    }
  }
}

interface Position {
  readonly after: string;
  readonly goodUntil: number;
}

const keyOf = (organizationId: string, startIndex: number) => `${organizationId}:${startIndex}`;
