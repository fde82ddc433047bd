import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { FoundedOrganization } from '../../../src/setup/organization-founder.js';

// Each test starts several processes.
jest.setTimeout(90_000);

export const MAIN = path.resolve('dist/src/main.js');
export const CLI = path.resolve('dist/src/cli/main.js');

/** Debian's account without rights. */
export const NOBODY = { uid: 65_534, gid: 65_534 };

type Variables = Readonly<Record<string, string>>;

/** A directory for one test, with a data directory and a port in it that nobody else uses. */
export class Place {
  readonly directory = mkdtempSync(path.join(tmpdir(), 'ruleforge-start-'));
  readonly dataDirectory = path.join(this.directory, 'data');
  readonly firstRunFile = path.join(this.directory, 'first-run.json');
  private readonly servers: Server[] = [];

  private constructor(readonly port: number) {}

  static async create(): Promise<Place> {
    return new Place(await aFreePort());
  }

  get variables(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      PORT: String(this.port),
      RULEFORGE_DATA_DIR: this.dataDirectory,
      RULEFORGE_FIRST_RUN_FILE: this.firstRunFile,
      RULEFORGE_DRAIN_SECONDS: '0',
    };
  }

  /** A real process on this place; it may still be starting. */
  spawn(variables: Variables = {}, account: object = {}): Server {
    const env = { ...this.variables, ...variables };
    const child = spawn(process.execPath, [MAIN], {
      ...account,
      env,
      cwd: this.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new Server(child, `http://127.0.0.1:${env['PORT'] ?? ''}`);
    this.servers.push(server);
    return server;
  }

  async start(variables: Variables = {}, account: object = {}): Promise<Server> {
    const server = this.spawn(variables, account);
    await server.ready();
    return server;
  }

  /** What the first run wrote. */
  founded(): FoundedOrganization {
    return JSON.parse(readFileSync(this.firstRunFile, 'utf8')) as FoundedOrganization;
  }

  /** The process id of the embedded PostgreSQL. */
  postgres(): number | undefined {
    const file = path.join(this.dataDirectory, 'postgres', 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
  }

  async remove(): Promise<void> {
    for (const server of this.servers) await server.kill();
    const postgres = this.postgres();
    if (postgres !== undefined && isAlive(postgres)) {
      process.kill(postgres, 'SIGKILL');
      await sleep(200);
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** One process of the application, seen from outside. */
export class Server {
  out = '';
  err = '';
  private readonly exited: Promise<number | null>;

  constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.err += text));
    this.exited = new Promise((resolve) => child.once('close', resolve));
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Waits until it is ready; fails when it ends before. */
  async ready(): Promise<void> {
    while ((await this.status('/health/ready')) !== 200) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) throw new Error(`It ended: ${this.err}`);
      await sleep(50);
    }
  }

  async status(address: string, headers: Variables = {}): Promise<number | undefined> {
    const answer = await fetch(this.url + address, { headers }).catch(() => undefined);
    await answer?.text();
    return answer?.status;
  }

  /** The exit code. */
  async ended(): Promise<number | null> {
    return this.exited;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.exited;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.exited;
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const aFreePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
