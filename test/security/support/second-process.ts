import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApplication } from '../../../src/application.js';
import { readSettings } from '../../../src/config/settings.js';
import { createLogger } from '../../../src/operations/logging/create-logger.js';
import type { RunningApplication } from '../../support/running-application.js';

/** Another instance of the application over the same database, that shares nothing else with the first. */
export async function startSecondProcess(
  { databaseUrl }: Pick<RunningApplication, 'databaseUrl'>,
  variables: Readonly<Record<string, string>> = {},
) {
  const settings = readSettings({ PORT: String(await aFreePort()), RULEFORGE_LOG_LEVEL: 'silent', ...variables });
  const application = await createApplication({ settings, databaseUrl, logger: createLogger(settings.logLevel) });
  await application.listen(settings.port, settings.host);
  return { url: `http://localhost:${settings.port}`, stop: () => application.close() };
}

const aFreePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
