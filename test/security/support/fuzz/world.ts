import pg from 'pg';
import type { RunningApplication } from '../../../support/running-application.js';
import { expectConservation } from '../conservation.js';
import type { Answer, Wish } from '../send.js';
import { stateOfOrganization } from '../state.js';
import { Target } from '../target.js';
import { WALKS } from './lists.js';
import type { FuzzCase } from './requests.js';

/** Whoever is asked is an organization with a few Users and Groups, and what they are called in requests. */
interface Side {
  readonly target: Target;
  /** What `~user0~` and the like mean. */
  readonly names: ReadonlyMap<string, string>;
}

const USERS = ['ada@acme.test', 'bob@acme.test', 'cy@acme.test'];
const GROUPS = ['Engineers', 'Reviewers', 'Leads'];

/** Two new organizations, one with a strict connection, and one that nobody asks anything. */
export class World {
  private constructor(
    private readonly lenient: Side,
    private readonly strict: Side,
    private readonly bystander: { readonly id: string; readonly state: string },
    private readonly client: pg.Client,
  ) {}

  static async make(app: RunningApplication): Promise<World> {
    const client = new pg.Client(app.databaseUrl);
    client.on('error', () => undefined);
    await client.connect();
    const other = await sideOf(app, {});
    const sides = [await sideOf(app, foreignTo(other)), await sideOf(app, foreignTo(other))] as const;
    const strictId = sides[1].target.organization.organizationId;
    await sides[1].target.query('UPDATE scim_connections SET strict = true WHERE organization_id = $1', [strictId]);
    const { organizationId: id } = other.target.organization;
    return new World(...sides, { id, state: await stateOfOrganization(client, id) }, client);
  }

  /** The request with real ids, cursors and tokens in it. */
  resolve({ strict, wish }: FuzzCase): Wish {
    const { names } = this.sideFor(strict);
    const named = (text: string) => text.replace(/~\w+~/g, (it) => names.get(it) ?? it);
    const { headers, body } = wish;
    return {
      ...wish,
      path: named(wish.path),
      ...(headers && { headers: headers.map(named) }),
      ...(typeof body === 'string' && { body: named(body) }),
    };
  }

  send({ strict, wish }: FuzzCase): Promise<Answer> {
    return this.sideFor(strict).target.send(wish);
  }

  /** Where SCIM begins for whoever is asked. */
  baseUrlFor(strict: boolean): string {
    return this.sideFor(strict).target.organization.scim.baseUrl;
  }

  /** A digest of everything about whoever is asked. */
  stateFor(strict: boolean): Promise<string> {
    return stateOfOrganization(this.client, this.sideFor(strict).target.organization.organizationId);
  }

  /** @throws when counts are not true, somebody who is out has a key, or somebody else was changed */
  async expectOrder(): Promise<void> {
    for (const { target } of [this.lenient, this.strict]) await expectConservation(target);
    expect(await stateOfOrganization(this.client, this.bystander.id)).toBe(this.bystander.state);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }

  close = () => this.client.end();

  private sideFor = (strict: boolean) => (strict ? this.strict : this.lenient);
}

/** What is called foreign in requests: nobody may come in by it, or see what it leads to. */
const foreignTo = ({ target, names }: Side) => ({
  '~foreign0~': names.get('~cursor0~')!,
  '~foreigntoken0~': target.organization.scim.token,
  '~foreignuser0~': target.victim,
});

async function sideOf(app: RunningApplication, foreign: Readonly<Record<string, string>>): Promise<Side> {
  const target = await Target.in(app);
  const names = new Map([['~user0~', target.victim], ...Object.entries(foreign)]);
  for (const [index, userName] of USERS.entries()) {
    const { body } = await target.post({ userName, displayName: userName, active: index > 0 });
    names.set(`~user${index + 1}~`, String(body.id));
  }
  for (const [index, displayName] of GROUPS.entries()) {
    const group = { displayName, members: [{ value: target.victim }] };
    const { body } = await target.send({ method: 'POST', path: '/Groups', body: group });
    names.set(`~group${index}~`, String(body.id));
  }
  for (const [index, { endpoint, query }] of WALKS.entries()) {
    const { body } = await target.get(`${endpoint}?${new URLSearchParams({ ...query, cursor: '' }).toString()}`);
    const cursor = String(body.nextCursor);
    names.set(`~cursor${index}~`, cursor);
    names.set(`~torn${index}~`, cursor.slice(0, 30) + cursor.slice(31));
  }
  return { target, names };
}
