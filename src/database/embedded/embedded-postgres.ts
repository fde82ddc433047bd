import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { StartError } from '../../config/start-error.js';
import { type Binaries, findBinaries } from './binaries.js';
import { clusterIn, createCluster, lastWords, releaseOf, serveCluster } from './cluster.js';
import { claim, findUrlOf } from './ownership.js';
import { disownLockFiles, findPostmaster } from './postmaster.js';
import { type ServerAccount, serverAccountFor } from './server-account.js';
import { settingsFor } from './server-settings.js';

export interface EmbeddedPostgresOptions {
  readonly dataDirectory: string;
  /** False for tests alone: a power cut may then lose everything. */
  readonly durable: boolean;
  /** Told each time that a server lost while in use could not be had back; trying goes on. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * PostgreSQL on a data directory of ours, reached through a Unix socket only. One process at a time owns it, by an
 * advisory lock that ends with the owner's connection, so that no crash leaves a lock behind: a server whose owner was
 * killed is taken over, a server that was killed is started again.
 */
export class EmbeddedPostgres {
  private readonly cluster: string;
  private owner: pg.Client | undefined;
  private stopping = false;

  private constructor(
    private readonly options: EmbeddedPostgresOptions,
    private readonly binaries: Binaries,
    private readonly account: ServerAccount,
  ) {
    this.cluster = clusterIn(options.dataDirectory);
  }

  /**
   * @throws StartError when another process owns the data directory, or when PostgreSQL is not to be had, cannot run
   *   here or cannot use the files
   */
  static async start(given: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const options = { ...given, dataDirectory: resolve(given.dataDirectory) };
    const cluster = clusterIn(options.dataDirectory);
    const account = serverAccountFor(cluster);
    const cache = account ? '/var/cache/ruleforge' : options.dataDirectory;
    const binaries = findBinaries({ account, major: releaseOf(cluster), cache });
    if (!releaseOf(cluster)) createCluster(options.dataDirectory, binaries, account, options.durable);
    const postgres = new EmbeddedPostgres(options, binaries, account);
    await postgres.own();
    return postgres;
  }

  /** The URL of the server that runs on a data directory, whoever owns it. */
  static findUrl(dataDirectory: string): string | undefined {
    return findUrlOf(clusterIn(resolve(dataDirectory)));
  }

  /** @throws Error when the server was lost and has not been had back yet */
  get url(): string {
    const url = findUrlOf(this.cluster);
    if (!url) throw new Error('The embedded PostgreSQL does not run.');
    return url;
  }

  /** Stops the server, whoever started it. Others who work on it have a second to finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    const postmaster = findPostmaster(this.cluster);
    if (!postmaster) return;
    process.kill(postmaster.pid, 'SIGTERM');
    await this.owner?.end();
    const runs = () => findPostmaster(this.cluster)?.pid === postmaster.pid;
    for (const begun = Date.now(); runs() && Date.now() - begun < PATIENCE.others;) await sleep(POLL);
    if (!runs()) return;
    process.kill(postmaster.pid, 'SIGINT');
    while (runs()) await sleep(POLL);
  }

  /** Starts a server unless one runs, and waits until it is ours. */
  private async own(): Promise<void> {
    let server: ChildProcess | undefined;
    let refusals = 0;
    const begun = Date.now();
    while (!this.stopping && Date.now() - begun < PATIENCE.start) {
      if (!findPostmaster(this.cluster) && (!server || hasEnded(server))) {
        if (server && Date.now() - begun > PATIENCE.failedStarts) break;
        if (server) await sleep(PATIENCE.nextStart);
        server = this.serve();
      }
      const claimed = await claim(this.cluster);
      if (typeof claimed === 'object') {
        this.hold(claimed);
        return;
      }
      if (claimed === 'owned' && ++refusals > PATIENCE.refusals) throw this.ownedByAnother();
      await sleep(POLL);
    }
    throw this.cannotStart();
  }

  private serve(): ChildProcess {
    const { dataDirectory, durable } = this.options;
    disownLockFiles(this.cluster);
    return serveCluster(dataDirectory, this.binaries, this.account, settingsFor(this.cluster, this.account, durable));
  }

  private hold(owner: pg.Client): void {
    this.owner = owner;
    owner.once('end', () => {
      if (!this.stopping) void this.recover();
    });
  }

  private async recover(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.own();
        return;
      } catch (error) {
        this.options.onTrouble?.(error);
      }
    }
  }

  private ownedByAnother(): StartError {
    return new StartError(
      `Another RuleForge process uses ${this.options.dataDirectory}: stop it, or name another directory in RULEFORGE_DATA_DIR.`,
    );
  }

  private cannotStart(): StartError {
    const { dataDirectory } = this.options;
    return new StartError(`PostgreSQL does not start on ${dataDirectory}: ${lastWords(dataDirectory)}`);
  }
}

const POLL = 25;

/** How long to wait, in milliseconds, and how often to ask: a command of the CLI may own the server for a moment. */
const PATIENCE = { start: 60_000, failedStarts: 5_000, nextStart: 250, refusals: 100, others: 1_000 } as const;

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
