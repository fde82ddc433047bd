import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CreatedOAuthClient, IssuedToken, ListedToken } from '@ruleforge/scim';
import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import type { ScimAccess } from '../../src/setup/scim-access.js';
import { type CommandOutcome, runHere } from './support/command-line.js';
import { CLI, isAlive, Place, type Server } from './support/server.js';

/** Whatever a command answers. */
type Answer = FoundedOrganization & IssuedToken & ScimAccess & CreatedOAuthClient & { readonly tokenEndpoint: string };

describe('the command line', () => {
  let place: Place;
  let server: Server;
  beforeAll(async () => void (place = await Place.create()));
  afterAll(() => place.remove());

  /** The server's address is left for the commands to find out. */
  const variables = () => ({ ...place.variables, PORT: '' });
  const ruleforge = (...words: string[]) => runHere(words, variables());
  const inItsOwnProcess = (...words: string[]): CommandOutcome =>
    spawnSync(process.execPath, [CLI, ...words], { env: variables(), encoding: 'utf8' });
  const read = ({ status, stdout, stderr }: CommandOutcome): Answer => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as Answer;
  };
  const answerOf = async (...words: string[]) => read(await ruleforge(...words, '--json'));
  const organization = (name: string) =>
    ['organization', 'create', '--name', name, '--admin-email', `ops@${name.toLowerCase()}.test`] as const;

  it('works without a server: it starts PostgreSQL and stops it again', () => {
    expect(read(inItsOwnProcess(...organization('Acme'), '--json'))).toEqual({
      organizationId: expect.any(String),
      admin: { email: 'ops@acme.test', password: expect.any(String) },
      scim: { connectionId: expect.any(String), baseUrl: expect.stringContaining('/scim/'), token: expect.any(String) },
    });
    expect(place.postgres()).toBeUndefined();
  });

  it('works beside a server, which accepts at once what it issued and refuses at once what it revoked', async () => {
    server = await place.start();
    const postgres = place.postgres()!;
    const { organizationId, scim } = read(inItsOwnProcess(...organization('Beta'), '--seats', '5', '--json'));
    const statusWith = (token: string) =>
      server.status(`/scim/${scim.connectionId}/v2/Users`, { authorization: `Bearer ${token}` });
    expect(await statusWith(scim.token)).toBe(200);
    expect((await ruleforge('connection', 'pause', '--connection', scim.connectionId)).status).toBe(0);
    expect(await statusWith(scim.token)).toBe(503);
    expect((await ruleforge('connection', 'resume', '--connection', scim.connectionId)).status).toBe(0);

    const issued = await answerOf('token', 'issue', '--connection', scim.connectionId, '--label', 'second');
    expect(await statusWith(issued.token)).toBe(200);
    const rotated = await answerOf('token', 'rotate', issued.id, '--overlap-hours', '0');
    expect([await statusWith(issued.token), await statusWith(rotated.token)]).toEqual([401, 200]);
    const listed = (await answerOf(
      'token',
      'list',
      '--connection',
      scim.connectionId,
    )) as unknown as readonly ListedToken[];
    expect(listed.map(({ state, replacedBy, expiresInDays }) => ({ state, replacedBy, expiresInDays }))).toEqual([
      { state: 'live', replacedBy: null, expiresInDays: 365 },
      { state: 'revoked', replacedBy: rotated.id, expiresInDays: 0 },
      { state: 'live', replacedBy: null, expiresInDays: 365 },
    ]);
    const [, line = ''] = (await ruleforge('token', 'list', '--connection', scim.connectionId)).stdout.split('\n');
    expect(line.split('\t')).toEqual([
      issued.id,
      'revoked',
      'write',
      expect.stringMatching(/^\d{4}-\S+ \(0 days left\)$/),
      expect.any(String),
      rotated.id,
      'second',
    ]);
    expect((await ruleforge('token', 'revoke', rotated.id)).status).toBe(0);
    expect(await statusWith(rotated.token)).toBe(401);

    const configuration = `/scim/${scim.connectionId}/v2/ServiceProviderConfig`;
    const isStrict = async () => (await (await fetch(server.url + configuration)).text()).includes('"strict":true');
    expect((await ruleforge('connection', 'strict', '--connection', scim.connectionId)).status).toBe(0);
    expect(await isStrict()).toBe(true);
    expect((await ruleforge('connection', 'lenient', '--connection', scim.connectionId)).status).toBe(0);
    expect(await isStrict()).toBe(false);

    const second = await answerOf('connection', 'create', '--organization', organizationId, '--name', 'Okta');
    expect(second.baseUrl).toBe(`http://localhost:${place.port}/scim/${second.connectionId}/v2`);
    expect(await answerOf('member', 'list', '--organization', organizationId)).toMatchObject([
      { userName: 'ops@beta.test', role: 'administrator', status: 'active' },
    ]);
    expect(isAlive(postgres)).toBe(true);
  });

  it('gives a server OAuth clients, by secret and by keys, and takes them away', async () => {
    const { connectionId } = (await answerOf(...organization('Acme'))).scim;
    const of = ['--connection', connectionId];
    const client = await answerOf('oauth-client', 'create', ...of, '--name', 'Okta');
    const ask = (secret: string) =>
      fetch(`${server.url}/scim/${connectionId}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: client.id,
          client_secret: secret,
        }),
      });
    expect(client.tokenEndpoint).toBe(`http://localhost:${place.port}/scim/${connectionId}/oauth/token`);
    expect((await ask(client.secret!)).status).toBe(200);
    const rotated = await answerOf('oauth-client', 'rotate-secret', client.id, '--overlap-hours', '0');
    expect([(await ask(client.secret!)).status, (await ask(rotated.secret!)).status]).toEqual([401, 200]);

    const file = path.join(place.directory, 'keys.json');
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }] }));
    const signer = await answerOf('oauth-client', 'create', ...of, '--name', 'Ping', '--read-only', '--keys', file);
    expect((await ruleforge('oauth-client', 'set-keys', signer.id, '--keys', file)).stdout).toMatch(
      /^\S{43}\tone\tP-256\n$/,
    );
    expect((await ruleforge('oauth-client', 'revoke', client.id)).status).toBe(0);
    expect((await ask(rotated.secret!)).status).toBe(401);
    const rows = (await ruleforge('oauth-client', 'list', ...of)).stdout.trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t'))).toEqual([
      [client.id, 'revoked', 'client_secret', 'write', expect.stringContaining(' until '), 'never', 'Okta'],
      [signer.id, 'live', 'private_key_jwt', 'read', expect.stringMatching(/^\S{43}$/), 'never', 'Ping'],
    ]);
  });

  it('previews what groups shall mean, and applies what it showed', async () => {
    const { connectionId } = (await answerOf(...organization('Gamma'))).scim;
    const file = path.join(place.directory, 'rules.json');
    const mapping = { group: { by: 'externalId', value: 'admins' }, role: 'administrator' };
    writeFileSync(file, JSON.stringify({ defaultRole: 'engineer', mappings: [mapping] }));
    const onRules = (verb: string, ...words: string[]) =>
      ['role-mapping', verb, '--connection', connectionId, '--file', file, ...words] as const;
    const { token } = await answerOf(...onRules('preview'));
    expect((await ruleforge(...onRules('preview'))).stdout).toContain(`Token  ${token}`);
    expect((await ruleforge(...onRules('apply', '--token', token))).stderr).toContain(
      'Confirm that this is what you want.',
    );
    expect((await ruleforge(...onRules('apply', '--token', token, '--confirm-administrator'))).status).toBe(0);
    expect((await ruleforge('role-mapping', 'list', '--connection', connectionId)).stdout).toBe(
      '1. externalId "admins", not there yet → Administrator\nEverybody else: Engineer\n',
    );
    writeFileSync(file, JSON.stringify({ defaultRole: 'administrator', mappings: [] }));
    expect((await ruleforge(...onRules('preview'))).stderr).toContain('defaultRole must be one of');
  });

  it('says who is told of events', async () => {
    const { organizationId } = await answerOf(...organization('Delta'));
    const receiver = (verb: string, ...words: string[]) =>
      ['event-receiver', verb, '--organization', organizationId, ...words] as const;
    const stream = await answerOf(...receiver('create-stream', '--name', 'SIEM', '--types', 'member.removed'));
    expect(stream).toEqual({
      id: expect.any(String),
      pollUrl: expect.stringContaining(`/api/v1/event-streams/${stream.id}/poll`),
      token: expect.stringMatching(/^rfset_[0-9a-f]{64}_[0-9a-f]{8}$/),
    });
    expect((await ruleforge(...receiver('test', '--receiver', stream.id))).status).toBe(0);
    expect((await ruleforge(...receiver('deliveries', '--receiver', stream.id))).stdout).toMatch(
      /\treceiver.test\tpending\t0\t/,
    );
    const refused = await ruleforge(...receiver('create-webhook', '--name', 'x', '--url', 'https://127.0.0.1/'));
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('not on the public Internet') });
  });

  it.each([
    [['organization', 'create', '--help'], 0, '--admin-email <address>'],
    [['organization', 'create', '--name', 'Acme'], 2, "required option '--admin-email <address>' not specified"],
    [['member', 'list', '--organization', 'acme'], 2, 'It must be an id'],
    [['oauth-client', 'rotate-secret', 'x', '--overlap-hours', '169'], 2, 'It must be from 0 to 168.'],
    [['organization', 'create', '--name', 'Acme', '--admin-email', 'nobody'], 1, 'This is not an e-mail address.'],
  ])('%j exits with %i and says why', async (words, code, text) => {
    const { status, stdout, stderr } = await ruleforge(...words);
    expect({ status, said: stdout + stderr }).toEqual({ status: code, said: expect.stringContaining(text) });
  });

  it('ends with the exit code as a process, too', () => {
    const { status, stdout, stderr } = inItsOwnProcess('member', 'list');
    const said = "error: required option '--organization <id>' not specified\n";
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: said });
  });
});
