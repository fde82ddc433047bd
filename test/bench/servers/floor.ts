import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contestant.js';
import { findFreePort, ServerProcess } from './server-process.js';

const SCRIPT = fileURLToPath(new URL('../floor/main.js', import.meta.url));

export interface FloorOptions {
  readonly databaseUrl: string;
  readonly database: string;
  readonly directory: string;
}

/** Starts what the application is compared with. */
export async function startFloor({ databaseUrl, database, directory }: FloorOptions): Promise<Contestant> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await ServerProcess.start({
    args: ['--enable-source-maps', SCRIPT],
    env: { DATABASE_URL: databaseUrl, PORT: String(port) },
    log: join(directory, 'floor.log'),
    readyUrl: `${origin}/`,
  });
  return { ...{ origin, database, pid: server.pid }, basePath: () => '', stop: () => server.stop() };
}
