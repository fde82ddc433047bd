import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { moveOneMember } from '../load/group-operations.js';
import { createUsers, findByUserName, listFirstPage, patchUsers, readUsers } from '../load/user-operations.js';
import { drive } from '../load/drive.js';
import type { Tenant } from '../population/tenant.js';
import type { Stage } from '../stage.js';
import { hottest } from './hottest.js';
import { profile } from './inspector.js';

/** Beside the compiled benchmark. */
const PROFILES = new URL('../../../profiles/', import.meta.url);
const CONCURRENCY = 16;
const WARM_UP_MS = 6_000;
const PROFILED_MS = 6_000;

/** Prints where the application's time goes, operation by operation, at sixteen connections. */
export async function runProfile(
  { app, groups, tenants: { growing, large, grouped } }: Stage,
  inspectorPort: number,
  only?: string,
) {
  const operations = [
    ['create', growing, createUsers],
    ['read', large, readUsers(large)],
    ['find', large, findByUserName(large)],
    ['list', large, listFirstPage],
    ['patch', large, patchUsers(large)],
    ['member', grouped, moveOneMember(grouped, groups[100_000])],
  ] as const;
  mkdirSync(PROFILES, { recursive: true });
  for (const [name, tenant, operation] of operations) {
    if (only !== undefined && name !== only) continue;
    const load = (forMs: number) => drive({ ...loadOf(tenant), requests: workers(), forMs });
    const loadOf = ({ token }: Tenant) => ({ origin: app.origin, basePath: app.basePath(tenant), token });
    const workers = () => Array.from({ length: CONCURRENCY }, (_, n) => operation.requests(n, CONCURRENCY));
    await load(WARM_UP_MS);
    const found = await profile(inspectorPort, () => load(PROFILED_MS));
    const file = fileURLToPath(new URL(`${name}.cpuprofile`, PROFILES));
    writeFileSync(file, JSON.stringify(found));
    console.log(`\n## ${name}\n\n${hottest(found)}\n\nThe whole profile, for the browser's developer tools: ${file}`);
  }
}
