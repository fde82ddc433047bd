import type { Logger } from 'pino';
import { refuseTakenPort } from './config/refuse-taken-port.js';
import { readSettings, type Settings } from './config/settings.js';
import { StartError } from './config/start-error.js';
import { unknownVariables } from './config/variable.js';
import { openDatabase } from './database/open-database.js';
import { drain } from './operations/lifecycle/drain.js';
import { untilToldToStop } from './operations/lifecycle/until-told-to-stop.js';
import { createLogger } from './operations/logging/create-logger.js';
import { rememberAddress } from './setup/served-address.js';
import { welcome } from './setup/welcome.js';

let logger: Logger | undefined;
try {
  const settings = readSettings(process.env);
  logger = createLogger(settings.logLevel);
  for (const variable of unknownVariables(process.env)) logger.warn({ variable }, 'nothing reads this variable');
  exit(await serve(settings, logger));
} catch (error) {
  const sentence = error instanceof StartError ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`RuleForge cannot start. ${sentence}\n`);
  exit(1);
}

/**
 * Starts everything, serves until told to stop, and stops all that it started.
 * @returns the exit code
 */
async function serve(settings: Settings, logger: Logger): Promise<number> {
  const toldToStop = untilToldToStop(logger);
  await refuseTakenPort(settings);
  // The application is loaded while PostgreSQL starts, and not at all where something is in the way.
  const loading = Promise.all([import('./application.js'), import('./setup/first-run.js')]);
  const database = await openDatabase(settings, (err) => logger.error({ err }, 'the embedded database is away'));
  try {
    const [{ createApplication }, { FirstRun }] = await loading;
    const application = await createApplication({ settings, databaseUrl: database.url, logger });
    try {
      const founded = await application.get(FirstRun).prepare();
      await application.listen({ port: settings.port, host: settings.host });
      rememberAddress(settings);
      if (founded) process.stdout.write(welcome(settings.publicUrl, founded));
      logger.info({ address: settings.publicUrl }, 'ready');
      const reason = await toldToStop;
      logger.info({ reason }, 'stopping');
      await drain(application, settings.drainSeconds);
      return reason === 'defect' ? 1 : 0;
    } finally {
      await application.close();
    }
  } finally {
    await database.close();
  }
}

function exit(code: number): void {
  if (!logger) process.exit(code);
  logger.flush(() => process.exit(code));
}
