import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ScimClient } from '../road/support/scim-client.js';
import { createEmptyDatabase } from '../support/database.js';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What the example has of its own; what the package needs beside it comes from the package's own manifest. */
const EXAMPLES_OWN = ['@nestjs/typeorm', '@types/node'];

/** Two compilers run, on a machine that may be busy. */
const SLOW = 120_000;

/** As its owner would have them. */
const OPTIONS = {
  module: 'nodenext',
  target: 'es2023',
  types: ['node', 'jest'],
  typeRoots: [path.resolve('node_modules/@types')],
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  esModuleInterop: true,
};

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
const tsc = (...given: string[]) =>
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...given], { encoding: 'utf8' });

describe('the package @ruleforge/scim', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'ruleforge-package-'));
  const installed = path.join(place, 'node_modules/@ruleforge/scim');
  let manifest: Manifest;
  let server: ChildProcess | undefined;

  beforeAll(() => {
    const compiled = path.join(place, 'compiled');
    // What `npm run build:scim` does, but for the types, which `npm run typecheck` has checked.
    tsc('-p', 'libs/scim/tsconfig.lib.json', '--outDir', compiled, '--noCheck');
    execFileSync(process.execPath, ['libs/scim/make-package.mjs', compiled]);
    const pack = ['pack', '--silent', '--offline', '--pack-destination', place];
    const file = execFileSync('npm', pack, { cwd: compiled, encoding: 'utf8' }).trim();
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['xzf', path.join(place, file), '--strip-components=1', '-C', installed]);
    manifest = readManifest(installed);
    for (const name of [...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }), ...EXAMPLES_OWN]) {
      mkdirSync(path.dirname(path.join(place, 'node_modules', name)), { recursive: true });
      symlinkSync(path.resolve('node_modules', name), path.join(place, 'node_modules', name));
    }
    writeFileSync(path.join(place, 'package.json'), '{ "type": "module" }');
    writeFileSync(path.join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include: ['app'] }));
    cpSync('examples/two-tables', path.join(place, 'app'), { recursive: true });
    cpSync('test/contracts/support/keep.ts', path.join(place, 'app/keep.ts'));
  }, SLOW);

  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(place, { recursive: true });
  });

  it('has the versions of the repository, and no file that nobody needs', () => {
    const root = readManifest('.');
    const versions = { ...root.devDependencies, ...root.dependencies };
    expect(manifest.version).toBe(root.version);
    expect(versions).toMatchObject({ ...manifest.dependencies, ...manifest.peerDependencies });
    expect(Object.keys(manifest.peerDependencies)).toContain('typeorm');
    const files = execFileSync('find', [installed, '-type', 'f'], { encoding: 'utf8' }).trim().split('\n');
    const strange = files.filter(
      (file) => !/\.js$|\.d\.ts$|\/(?:package\.json|README\.md)$/.test(file) || file.includes('.spec.'),
    );
    expect(strange).toEqual([]);
  });

  it('opens its second door, and no others', () => {
    const open = (door: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', `import ${JSON.stringify(door)}`], {
        cwd: place,
        stdio: 'pipe',
      });
    expect(() => open('@ruleforge/scim/testing')).not.toThrow();
    expect(() => open('@ruleforge/scim/sql/run-query.js')).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/);
  });

  it(
    'is adopted by the example, with types and in a process of its own',
    async () => {
      expect(outputOf(() => tsc('-p', place))).toBe('');
      const database = await createEmptyDatabase();
      const env = { PATH: process.env['PATH'], DATABASE_URL: database.url, PORT: '0' };
      server = spawn(process.execPath, ['app/main.js'], { cwd: place, env, stdio: ['ignore', 'pipe', 'inherit'] });
      const printed = new Map<string | undefined, string>();
      for await (const line of createInterface({ input: server.stdout! })) {
        const [, what, value = ''] = /^(Base URL|Token): (.*)$/.exec(line) ?? [];
        printed.set(what, value);
        if (what === 'Token') break;
      }
      const scim = new ScimClient(printed.get('Base URL')!.replace('[::1]', 'localhost'), printed.get('Token'));
      expect((await scim.post('/Users', { userName: 'ada' })).status).toBe(201);
      expect((await scim.list({ filter: 'userName eq "ADA"' })).body.totalResults).toBe(1);
      server.kill('SIGKILL');
      await database.drop();
    },
    SLOW,
  );
});

/** What a compiler has to say. */
function outputOf(compile: () => string): string {
  try {
    return compile();
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}
