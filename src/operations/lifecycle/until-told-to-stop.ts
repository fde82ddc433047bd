import type { Logger } from 'pino';

/**
 * Resolves when the process is told to stop, or with `defect` when it must because an error reached nobody, so that what
 * it left behind is unknown. Repeated signals change nothing: a terminal and npm both send one.
 */
export function untilToldToStop(logger: Logger): Promise<NodeJS.Signals | 'defect'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, resolve);
    for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
      process.on(event, (error: unknown) => {
        logger.fatal({ err: error }, event);
        resolve('defect');
      });
    }
  });
}
