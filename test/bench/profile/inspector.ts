import { once } from 'node:events';
import { WebSocket } from 'undici';

/** A CPU profile, as V8 gives it. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  /** Ids of nodes, each on top of the stack for the microseconds in `timeDeltas`. */
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

interface Reply {
  readonly id: number;
  readonly result: { readonly profile: CpuProfile };
}

/** Profiles the process that listens with `--inspect` on a port, for as long as `work` takes. */
export async function profile(port: number, work: () => Promise<unknown>): Promise<CpuProfile> {
  const inspected = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await inspected.json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(target!.webSocketDebuggerUrl);
  await once(socket, 'open');
  const ask = async (id: number, method: string, params = {}) => {
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [message] = (await once(socket, 'message')) as [MessageEvent<string>];
      const reply = JSON.parse(message.data) as Reply;
      if (reply.id === id) return reply.result;
    }
  };
  await ask(1, 'Profiler.enable');
  await ask(2, 'Profiler.setSamplingInterval', { interval: 500 });
  await ask(3, 'Profiler.start');
  await work();
  const { profile } = await ask(4, 'Profiler.stop');
  socket.close();
  return profile;
}
