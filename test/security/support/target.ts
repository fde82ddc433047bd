import { type Adapter, type RunningApplication, startApplication } from '../../support/running-application.js';
import { type Answer, send, type Wish } from './send.js';
import { stateOf } from './state.js';

export type Organization = Awaited<ReturnType<RunningApplication['found']>>;
export type Refusal = readonly [status: number, scimType?: string];

/** An organization whose directory is under attack, with one User in it who must come to no harm. */
export class Target {
  private constructor(
    readonly app: RunningApplication,
    readonly organization: Organization,
    readonly victim: string,
  ) {}

  static async start(adapter?: Adapter, variables?: Readonly<Record<string, string>>): Promise<Target> {
    const app = await startApplication(adapter, variables);
    return Target.in(app);
  }

  /** Another organization of the same application. */
  static async in(app: RunningApplication, wish?: Parameters<RunningApplication['found']>[0]): Promise<Target> {
    const organization = await app.found(wish);
    const { body } = await asDirectory(app, organization, { method: 'POST', path: '/Users', body: VICTIM });
    return new Target(app, organization, String(body.id));
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** As the directory, with its token. */
  send(wish: Wish): Promise<Answer> {
    return asDirectory(this.app, this.organization, wish);
  }

  get(path: string, headers?: readonly string[]): Promise<Answer> {
    return this.send({ path, headers });
  }

  post(body: unknown): Promise<Answer> {
    return this.send({ method: 'POST', path: '/Users', body });
  }

  put(id: string, body: unknown): Promise<Answer> {
    return this.send({ method: 'PUT', path: `/Users/${id}`, body });
  }

  patch(id: string, ...operations: readonly unknown[]): Promise<Answer> {
    return this.send({ method: 'PATCH', path: `/Users/${id}`, body: patchOf(...operations) });
  }

  delete(id: string): Promise<Answer> {
    return this.send({ method: 'DELETE', path: `/Users/${id}` });
  }

  /** The ids that a filter finds. */
  async found(filter: string): Promise<readonly string[]> {
    const { body } = await this.get(`/Users?filter=${encodeURIComponent(filter)}`);
    return (body as { Resources: { id: string }[] }).Resources.map(({ id }) => id);
  }

  /** Sends what must be refused; fails unless it is, in the words of the protocol, and nothing was changed by it. */
  async refuses(wish: Wish, expected: Refusal): Promise<Answer> {
    const [answer] = await this.refusesAll([wish], expected);
    return answer!;
  }

  /** Like `refuses`, for many at once. */
  async refusesAll(wishes: readonly Wish[], expected: Refusal): Promise<readonly Answer[]> {
    const before = await stateOf(this.app.dataSource);
    const answers = await Promise.all(wishes.map((wish) => this.send(wish)));
    for (const [index, answer] of answers.entries()) {
      const { method = 'GET', path } = wishes[index]!;
      const told = `${method} ${path.slice(0, 200)}`;
      expect({ told, ...describeRefusal(answer) }).toEqual({ told, ...describeExpected(expected) });
    }
    expect(await stateOf(this.app.dataSource)).toBe(before);
    return answers;
  }

  query(sql: string, values: unknown[] = []): Promise<any[]> {
    return this.app.dataSource.query(sql, values);
  }
}

export const VICTIM = {
  userName: 'victim@acme.test',
  externalId: 'victim',
  displayName: 'Vic Tim',
  emails: [{ value: 'victim@acme.test', type: 'work', primary: true }],
};

const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const patchOf = (...operations: readonly unknown[]) => ({ schemas: [PATCH_URN], Operations: operations });

function asDirectory({ url }: RunningApplication, { scim }: Organization, wish: Wish): Promise<Answer> {
  const { headers = [], path } = wish;
  const given = new Set(headers.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()));
  const added = [
    ...(given.has('authorization') ? [] : ['Authorization', `Bearer ${scim.token}`]),
    ...(given.has('content-type') || wish.body === undefined ? [] : ['Content-Type', 'application/scim+json']),
  ];
  const base = new URL(scim.baseUrl).pathname;
  return send(url, {
    ...wish,
    path: path.startsWith('//') ? path.slice(1) : base + path,
    headers: [...added, ...headers],
  });
}

/** What every refusal has, whatever was wrong: if one lacks something, that is what the comparison shows. */
function describeRefusal({ status, headers, body, text }: Answer) {
  return {
    status,
    type: headers['content-type'],
    body: { ...body, detail: isHelpful(text) },
    ...(status === 401 ? { challenge: headers['www-authenticate']?.startsWith('Bearer realm="scim"') } : {}),
    ...(RETRIED.has(status) ? { retryAfter: /^[1-9]\d*$/.test(headers['retry-after'] ?? '') } : {}),
    caching: headers['cache-control'],
  };
}

const describeExpected = ([status, scimType]: Refusal) => ({
  status,
  type: 'application/scim+json',
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail: 'helpful',
  },
  ...(status === 401 ? { challenge: true } : {}),
  ...(RETRIED.has(status) ? { retryAfter: true } : {}),
  caching: 'no-store',
});

const RETRIED = new Set([429, 503]);

/** Whether `detail` is a sentence that neither repeats what was sent (`PROBE` stands in every hostile text) nor tells how we are built. */
export function isHelpful(text: string): string {
  const detail: unknown = (JSON.parse(text) as { detail?: unknown }).detail;
  if (typeof detail !== 'string' || !/^[A-Za-z/].*\.$/s.test(detail)) return `no sentence: ${String(detail)}`;
  if (text.length > 2_048) return `too long: ${text.length}`;
  return INSIDE.test(detail) ? `too much: ${detail}` : 'helpful';
}

/** Stands in hostile values; an answer that repeats it reflects what a client sent. */
export const PROBE = 'zq7probe';
const INSIDE = new RegExp(
  `${PROBE}|select |insert |relation|column |constraint|postgres|typeorm|\\bat .*:\\d+:\\d+`,
  'i',
);
