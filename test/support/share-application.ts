import { type Adapter, type RunningApplication, startApplication } from './running-application.js';

const shared = new Map<string, Promise<RunningApplication>>();

/** The application that all specs of one test file use who want it so; each brings organizations of its own. It ends with the file. */
export function shareApplication(
  adapter: Adapter,
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningApplication> {
  const wanted = JSON.stringify([adapter, variables]);
  const running = shared.get(wanted) ?? startApplication(adapter, variables);
  shared.set(wanted, running);
  return running;
}

afterAll(async () => {
  for (const running of shared.values()) await (await running).stop();
});
