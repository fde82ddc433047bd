import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerCommand {
  /** Node's own options, the script and its arguments. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The file that takes what the process prints. */
  readonly log: string;
  /** Answers, whatever it says, as soon as the server serves. */
  readonly readyUrl: string;
}

/** A Node server in a process of its own, with nothing of this process's environment but the path. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly pid: number,
  ) {}

  /** @throws Error with what it printed when it ends instead of serving */
  static async start({ args, env, log, readyUrl }: ServerCommand): Promise<ServerProcess> {
    const output = openSync(log, 'a');
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    while (!(await answers(readyUrl))) {
      if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended:\n${readFileSync(log, 'utf8')}`);
      await sleep(50);
    }
    return new ServerProcess(child, child.pid!);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** A port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const answers = (url: string) =>
  fetch(url).then(
    ({ status }) => status < 500,
    () => false,
  );
