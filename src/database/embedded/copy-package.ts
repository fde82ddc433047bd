import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../../config/start-error.js';

/**
 * Copies the PostgreSQL of an npm package to `cache`, once for each release, with the library links that its install
 * script makes. Two that copy at the same time end with one whole copy.
 * @returns where the copy is
 * @throws StartError when it cannot be written
 */
export function copyPackage(root: string, cache: string): string {
  const copy = join(cache, `postgresql-${releaseOf(root)}`);
  if (existsSync(copy)) return copy;
  try {
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(`${copy}.`);
    cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
    linkLibraries(draft);
    chmodSync(draft, 0o755);
    publish(draft, copy);
    return copy;
  } catch (cause) {
    throw new StartError(`PostgreSQL could not be copied to ${cache}: ${String(cause)}`, { cause });
  }
}

function releaseOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

function linkLibraries(copy: string): void {
  const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(copy, relative('native', target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function publish(draft: string, copy: string): void {
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
