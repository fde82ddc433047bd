import type { Logger } from '@nestjs/common';

/** An answer that is none to be glad of. */
interface Failure {
  readonly status: number;
  readonly cause?: unknown;
}

/** Says in the process's log what made us answer with a 5xx, and nothing of other errors. */
export function tellFailure(logger: Logger, error: Failure, requestId: string): void {
  if (error.cause !== undefined && error.status >= 500) tell(logger, error, requestId);
}

function tell(logger: Logger, { status, cause }: Failure, requestId: string): void {
  const text = `Request ${requestId} was answered with ${status}: ${String(cause)}`;
  if (status === 503) logger.warn(text);
  else logger.error(text, cause instanceof Error ? cause.stack : undefined);
}
