import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Settings } from '../../config/settings.js';
import { describeError } from './describe-error.js';

/**
 * Structured log on standard output, one JSON object a line, written without making a request wait. Callers log names,
 * ids and counts: never an address, a body, a query string or a secret.
 */
export const createLogger = (level: Settings['logLevel']): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    // A write for every line would cost a tenth of all there is to do for a request.
    destination({ fd: 1, sync: false, minLength: 4_096, periodicFlush: 250 }),
  );
