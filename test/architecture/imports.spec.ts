import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Who may import whom. A room is a folder; `.` is the application's own files, `scim` those of the library. A room may
 * import itself, the rooms and the packages named here (`@nestjs/*` is written once, as `nest`), and nothing else.
 */
const ROOMS: Readonly<Record<string, { readonly rooms: string; readonly packages: string }>> = {
  // The library: never the host, and the core nobody.
  'scim/core': { rooms: '', packages: '' },
  'scim/ports': { rooms: 'scim/core', packages: '' },
  'scim/sql': { rooms: 'scim/core', packages: 'typeorm' },
  'scim/migrations': { rooms: '', packages: 'typeorm' },
  'scim/connections': { rooms: 'scim/ports scim/sql', packages: 'nest typeorm node:crypto node:zlib' },
  'scim/activity': { rooms: 'scim/core scim/ports scim/sql', packages: 'nest typeorm uuid node:crypto' },
  'scim/groups': { rooms: 'scim/core scim/ports scim/sql', packages: 'nest typeorm uuid' },
  // Ports filled for hosts that keep no people elsewhere.
  'scim/ready-made': {
    rooms: 'scim scim/core scim/groups scim/ports scim/sql',
    packages: 'nest typeorm uuid',
  },
  // The second public door: it drives ports, whatever fills them.
  'scim/testing': { rooms: 'scim/core scim/ports', packages: '' },
  'scim/cursors': { rooms: 'scim scim/core scim/ports scim/sql', packages: 'nest typeorm node:crypto' },
  'scim/oauth': { rooms: 'scim scim/connections scim/ports scim/sql', packages: 'nest typeorm jose node:crypto' },
  'scim/provisioning': {
    rooms: 'scim scim/connections scim/core scim/cursors scim/ports scim/activity scim/groups scim/sql',
    packages: 'nest typeorm uuid',
  },
  'scim/http': {
    rooms: 'scim scim/core scim/ports scim/activity scim/connections scim/groups scim/oauth scim/provisioning',
    packages:
      'nest passport-http-bearer rate-limiter-flexible uuid node:http node:net node:stream node:timers/promises',
  },
  scim: {
    rooms:
      'scim/activity scim/connections scim/core scim/cursors scim/groups scim/http scim/migrations scim/oauth scim/ports scim/provisioning scim/ready-made scim/sql',
    packages: 'nest',
  },

  // The product's domain: no SCIM, no HTTP but for what a credential is.
  config: { rooms: '', packages: 'nest class-transformer class-validator node:events node:net' },
  // Lists the entities of the domain; the domain runs its statements.
  database: {
    rooms: 'audit config organizations users',
    packages:
      'nest pg typeorm @ruleforge/scim node:child_process node:fs node:os node:path node:timers/promises node:url',
  },
  audit: { rooms: 'database', packages: 'nest typeorm uuid' },
  organizations: { rooms: 'audit database', packages: 'nest typeorm uuid' },
  users: {
    rooms: 'database',
    packages: 'nest argon2 class-validator rate-limiter-flexible typeorm uuid node:crypto node:url',
  },
  members: { rooms: 'audit database organizations users', packages: 'nest typeorm uuid' },
  projects: { rooms: 'audit database members users', packages: 'nest typeorm uuid' },
  // What letters say is said in the languages of the screens.
  mail: {
    rooms: 'config database web',
    packages: 'nest nodemailer preact-render-to-string typeorm uuid node:timers/promises',
  },
  invitations: {
    rooms: 'audit config database mail members users web',
    packages: 'nest rate-limiter-flexible typeorm uuid node:crypto',
  },
  sessions: { rooms: 'database members', packages: 'nest typeorm node:crypto' },
  'api-keys': { rooms: 'audit database members', packages: 'nest typeorm node:crypto node:zlib' },
  events: {
    rooms: 'audit config database operations outbound secrets',
    packages:
      'nest jose prom-client typeorm undici uuid node:crypto node:dns node:dns/promises node:net node:timers/promises node:zlib',
  },
  outbound: { rooms: 'config', packages: 'nest ipaddr.js undici node:dns node:net' },
  secrets: { rooms: 'config', packages: 'nest jose node:crypto node:fs node:path' },
  'identity-providers': {
    rooms: 'audit config database members outbound secrets sessions users',
    packages: 'nest class-validator jose openid-client typeorm undici uuid node:crypto node:url',
  },
  identity: {
    rooms: 'api-keys audit config database members sessions users',
    packages: 'nest typeorm node:http',
  },

  // Where the two meet, and the only room of the domain's that knows SCIM.
  provisioning: {
    rooms: 'audit database members projects users',
    packages: 'nest class-transformer class-validator typeorm uuid @ruleforge/scim node:crypto',
  },

  // Letters to whoever has to act.
  alerts: { rooms: 'database mail users web', packages: 'nest typeorm' },
  offboarding: {
    rooms: '. alerts audit config database mail members provisioning',
    packages: 'nest typeorm uuid @ruleforge/scim',
  },
  // What administrators do with connections: in SCIM's terms, and in the product's.
  connections: {
    rooms: '. alerts audit config database mail members',
    packages: 'nest typeorm @ruleforge/scim',
  },

  // Doors for people and operators.
  api: {
    rooms:
      'api-keys audit config database events identity invitations members organizations projects provisioning users web',
    packages: 'nest class-transformer class-validator jose node:http',
  },
  web: {
    rooms: 'audit config identity identity-providers members secrets sessions users database',
    packages:
      'nest class-validator class-transformer negotiator preact preact-render-to-string rate-limiter-flexible rxjs node:crypto node:fs node:http node:module node:zlib',
  },
  account: {
    rooms: '. audit database identity members sessions users web',
    packages: 'nest class-validator preact @ruleforge/scim',
  },
  joining: {
    rooms: 'database identity invitations members sessions users web',
    packages: 'nest class-validator preact',
  },
  governance: {
    rooms: 'audit database identity members web',
    packages: 'nest class-transformer class-validator csv-stringify preact node:stream',
  },
  settings: {
    rooms:
      '. api-keys audit config connections database governance identity identity-providers invitations mail members offboarding projects provisioning secrets setup users web',
    packages:
      'nest class-transformer class-validator csv-stringify preact typeorm uuid @ruleforge/scim node:stream node:util',
  },
  setup: {
    rooms: '. config database members organizations',
    packages: 'nest typeorm @ruleforge/scim node:crypto node:fs node:path',
  },
  operations: {
    rooms: 'config',
    packages:
      'nest @ruleforge/scim class-validator pg pino prom-client typeorm node:crypto node:http node:net node:timers/promises',
  },
  cli: {
    rooms: '. config connections database events members organizations operations provisioning setup audit',
    packages: 'nest class-transformer class-validator commander typeorm @ruleforge/scim node:fs/promises node:os',
  },
  '.': {
    rooms:
      'account api config database events governance joining mail offboarding operations provisioning settings setup web',
    packages: 'nest pino @ruleforge/scim node:http',
  },
};

const files = ['libs/scim/src', 'src'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => path.join(root, file)),
);

describe('the table of who may import whom', () => {
  it.each(Object.keys(ROOMS))('holds for %s', (room) => {
    expect(files.filter((file) => roomOf(file) === room).flatMap(strangersIn)).toEqual([]);
  });

  it('names every folder', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([]);
  });
});

function strangersIn(file: string): string[] {
  const room = roomOf(file);
  const { rooms, packages } = ROOMS[room] ?? { rooms: '', packages: '' };
  const [welcomeRooms, welcomePackages] = [new Set([room, ...rooms.split(' ')]), new Set(packages.split(' '))];
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) =>
      name.startsWith('.')
        ? !welcomeRooms.has(roomOf(path.join(path.dirname(file), name)))
        : !welcomePackages.has(packageOf(name)),
    )
    .map((name) => `${file} imports ${name}`);
}

function roomOf(file: string): string {
  const [root = '', ...rest] = file.startsWith('libs/scim/src/')
    ? ['scim', ...file.slice('libs/scim/src/'.length).split('/')]
    : ['', ...file.slice('src/'.length).split('/')];
  const folder = rest.length > 1 ? rest[0] : undefined;
  if (root === 'scim') return folder ? `scim/${folder}` : 'scim';
  return folder ?? '.';
}

const packageOf = (name: string) => {
  if (name.startsWith('@nestjs/')) return 'nest';
  if (name.startsWith('node:') || name.startsWith('@ruleforge/')) return name;
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
};
