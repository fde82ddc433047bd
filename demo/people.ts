/** Somebody at the example company. */
export interface ExamplePerson {
  /** What the identity provider calls them for ever: `sub`, and the externalId that its directory sends. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/** Six people in four groups. */
export const EXAMPLE_PEOPLE: readonly ExamplePerson[] = [
  { id: 'u-ada', name: 'Ada Lovelace', email: 'ada@acme.test', groups: ['Security', 'Detection engineers'] },
  { id: 'u-grace', name: 'Grace Hopper', email: 'grace@acme.test', groups: ['Security', 'Content leads'] },
  { id: 'u-edsger', name: 'Edsger Dijkstra', email: 'edsger@acme.test', groups: ['Security', 'Reviewers'] },
  { id: 'u-barbara', name: 'Barbara Liskov', email: 'barbara@acme.test', groups: ['Detection engineers'] },
  { id: 'u-radia', name: 'Radia Perlman', email: 'radia@acme.test', groups: ['Reviewers'] },
  { id: 'u-katherine', name: 'Katherine Johnson', email: 'katherine@acme.test', groups: ['Detection engineers'] },
];
