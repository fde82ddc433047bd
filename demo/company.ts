import type { Dialect, Provisioned } from './dialects/dialect.js';
import type { ExamplePerson } from './people.js';

/** Groups that are teams: everybody is in one of them, and a mover goes from one to the next. */
const TEAMS = ['Detection engineers', 'Content leads', 'Reviewers'] as const;

/** Somebody as the company's directory sees them. */
export interface Employee {
  readonly person: ExamplePerson;
  readonly team: string;
  readonly isAssigned: boolean;
}

/** What may happen to somebody. */
export const HAPPENINGS = ['joiner', 'mover', 'leaver'] as const;
export type Happening = (typeof HAPPENINGS)[number];

interface DirectoryRecord extends Provisioned {
  team: string;
  isAssigned: boolean;
  /** Counts what happened, so that it is everybody's turn. */
  lastTurn: number;
}

/**
 * People and groups of the company's directory, which it provisions. One thing happens at a time; one that the service
 * refuses has not happened here either.
 */
export class Company {
  private readonly records: DirectoryRecord[];
  private readonly groups = new Map<string, string>();
  private turn = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dialect: Dialect,
    people: readonly ExamplePerson[],
  ) {
    this.records = people.map((person) => ({
      ...{ id: '', person, isAssigned: false, lastTurn: 0 },
      team: TEAMS.find((team) => person.groups.includes(team)) ?? TEAMS[0],
    }));
  }

  get employees(): readonly Employee[] {
    return this.records;
  }

  /** The first import: so many people, and all groups. */
  open(count: number): Promise<void> {
    return this.inTurn(async () => {
      await this.dialect.testConnection();
      for (const record of this.records.slice(0, count)) await this.assign(record);
      for (const group of new Set(this.records.flatMap(({ person }) => person.groups))) {
        const members = this.records.filter(({ isAssigned, person }) => isAssigned && person.groups.includes(group));
        this.groups.set(group, await this.dialect.push(group, members));
      }
    });
  }

  /**
   * Lets it happen to the person with that id at the identity provider, or to whoever's turn it is.
   * @returns what happened, as a sentence
   * @throws Error in the service's words when it refuses
   */
  let(happening: Happening, personId?: string): Promise<string> {
    return this.inTurn(async () => {
      const record = this.choose(happening, personId);
      if (!record) return NOBODY[happening];
      record.lastTurn = ++this.turn;
      return this[happening](record);
    });
  }

  private choose(happening: Happening, personId: string | undefined): DirectoryRecord | undefined {
    const candidates = this.records.filter(({ isAssigned }) => isAssigned === (happening !== 'joiner'));
    if (personId !== undefined) return candidates.find(({ person }) => person.id === personId);
    // The first one stays where they are, for visitors to sign in as.
    const others = candidates.filter((record) => happening === 'joiner' || record !== this.records[0]);
    return others.toSorted((one, other) => one.lastTurn - other.lastTurn)[0];
  }

  private async joiner(record: DirectoryRecord): Promise<string> {
    const isKnown = record.id !== '';
    await this.assign(record);
    if (!isKnown) await this.joinGroups(record);
    const { name } = record.person;
    return isKnown ? `${name} is back: active again, in ${record.team}.` : `${name} joins, in ${record.team}.`;
  }

  private async mover(record: DirectoryRecord): Promise<string> {
    const from = record.team;
    const to = TEAMS[(TEAMS.indexOf(from as (typeof TEAMS)[number]) + 1) % TEAMS.length] ?? TEAMS[0];
    await this.dialect.join(this.groupId(to), record);
    await this.dialect.leave(this.groupId(from), record);
    record.team = to;
    return `${record.person.name} moves from ${from} to ${to}.`;
  }

  private async leaver(record: DirectoryRecord): Promise<string> {
    await this.dialect.deactivate(record);
    record.isAssigned = false;
    return `${record.person.name} leaves: deactivated, sessions and API keys ended.`;
  }

  private async assign(record: DirectoryRecord): Promise<void> {
    Object.assign(record, { id: await this.dialect.assign(record.person), isAssigned: true });
  }

  private async joinGroups(record: DirectoryRecord): Promise<void> {
    for (const group of record.person.groups) await this.dialect.join(this.groupId(group), record);
  }

  private groupId(group: string): string {
    const id = this.groups.get(group);
    if (id === undefined) throw new Error(`The group ${group} was never pushed.`);
    return id;
  }

  private inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.last.then(act);
    this.last = done.catch(() => undefined);
    return done;
  }
}

const NOBODY = {
  joiner: 'Everybody has joined already.',
  mover: 'Nobody is there to move.',
  leaver: 'Nobody is left to leave.',
} as const satisfies Readonly<Record<Happening, string>>;
