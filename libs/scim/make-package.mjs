import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

// Makes a package of what was compiled by `tsconfig.lib.json`, in `dist-lib/scim` or the folder that is named. The versions are those of the repository's own package.json, of
// the packages that the compiled files import: nothing is said twice.

const here = new URL('./', import.meta.url);
const [, , folder] = process.argv;
const out = folder ? pathToFileURL(`${folder}/`) : new URL('../../dist-lib/scim/', here);
const root = JSON.parse(readFileSync(new URL('../../package.json', here), 'utf8'));
const versions = { ...root.devDependencies, ...root.dependencies };

/** Of these the application and the module must have the same copy. `pg` is what TypeORM loads by name. */
const isPeer = (name) => name.startsWith('@nestjs/') || name === 'typeorm' || name === 'pg';

const code = [...importedBy('.js'), 'pg'];
const types = importedBy('.d.ts').flatMap((name) => (versions[`@types/${name}`] ? [`@types/${name}`] : []));
const needed = [...new Set([...code, ...types])].sort();

const manifest = {
  name: '@ruleforge/scim',
  version: root.version,
  description: 'SCIM 2.0 for NestJS applications with TypeORM on PostgreSQL',
  license: root.license,
  publishConfig: { access: 'restricted' },
  type: 'module',
  sideEffects: false,
  engines: root.engines,
  files: ['**/*.js', '**/*.d.ts'],
  types: './index.d.ts',
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './testing': { types: './testing/index.d.ts', default: './testing/index.js' },
  },
  peerDependencies: versionsOf(needed.filter(isPeer)),
  dependencies: versionsOf(needed.filter((name) => !isPeer(name))),
};

writeFileSync(new URL('package.json', out), `${JSON.stringify(manifest, undefined, 2)}\n`);
cpSync(new URL('README.md', here), new URL('README.md', out));

/** The packages that compiled files with that ending import. */
function importedBy(ending) {
  return readdirSync(out, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .flatMap((file) => ts.preProcessFile(readFileSync(new URL(file, out), 'utf8')).importedFiles)
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

function versionsOf(names) {
  return Object.fromEntries(
    names.map((name) => {
      if (!versions[name]) throw new Error(`libs/scim imports ${name}: add it to the dependencies in package.json.`);
      return [name, versions[name]];
    }),
  );
}
