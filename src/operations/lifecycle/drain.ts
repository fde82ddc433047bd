import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../health/readiness.js';

/** Requests that take longer are cut off. */
const LONGEST_REQUEST_MS = 25_000;

/**
 * Lets the clients go before the application is closed, so that none of them notices: readiness turns away, connections
 * in use end with their next answer, requests under way finish.
 */
export async function drain(application: NestFastifyApplication, seconds: number): Promise<void> {
  application.get(Readiness).drain();
  await sleep(seconds * 1_000);
  const server = application.getHttpServer();
  const cutOff = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
  await application.getHttpAdapter().close();
  clearTimeout(cutOff);
}
