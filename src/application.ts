import type { IncomingMessage } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { decodableUrl } from '@ruleforge/scim';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import { EventDispatcher } from './events/deliveries/event-dispatcher.service.js';
import { MailDispatcher } from './mail/mail-dispatcher.service.js';
import { Readiness } from './operations/health/readiness.js';
import { NestLogger } from './operations/logging/nest-logger.js';
import { Metrics } from './operations/metrics/metrics.js';
import { OpenApi } from './operations/open-api/open-api.js';
import { observeRequests } from './operations/requests/observe-requests.js';
import { refuseUnreadableRequest } from './operations/requests/refuse-unreadable-request.js';
import { requestIdOf } from './operations/requests/request-id.js';

export interface ApplicationOptions {
  readonly settings: Settings;
  /** A database that `migrate` prepared. */
  readonly databaseUrl: string;
  readonly logger: Logger;
}

/** The application on Fastify, initialized and ready to listen. */
export async function createApplication(options: ApplicationOptions): Promise<NestFastifyApplication> {
  const { settings, databaseUrl, logger } = options;
  const adapter = createAdapter(settings);
  const module = AppModule.forRoot(settings, databaseUrl);
  const application = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const [readiness, metrics] = [application.get(Readiness), application.get(Metrics)];
  observeRequests(adapter, { logger, metrics, isDraining: () => readiness.isDraining });
  return furnish(application, settings).init();
}

/** What the application needs besides its modules, on any adapter. */
export function furnish<Application extends INestApplication>(
  application: Application,
  settings: Settings,
): Application {
  const isHttps = settings.publicUrl.startsWith('https://');
  application.useSecurityHeaders({
    strictTransportSecurity: isHttps,
    ...OBSOLETE_HEADERS,
    contentSecurityPolicy: { directives: { styleSrc: ["'self'"], upgradeInsecureRequests: isHttps } },
  });
  // No browser sends a bearer token by itself, and what SCIM refuses it refuses in its own words.
  application.enableCsrfProtection({ exclude: ['scim/*path'] });
  application.get(OpenApi).describe(application);
  application.get(EventDispatcher, { strict: false }).start();
  application.get(MailDispatcher, { strict: false }).start();
  return application;
}

/** What browsers stopped asking for, or the policy above says already; every answer would carry them. */
const OBSOLETE_HEADERS = {
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

/** Nobody holds a connection for nothing, and no address or body costs more than its limit. */
const createAdapter = ({ trustedProxies }: Settings): FastifyAdapter =>
  new FastifyAdapter({
    genReqId: ({ headers }: IncomingMessage) => requestIdOf(headers),
    requestIdHeader: false,
    rewriteUrl: ({ url = '/' }) => decodableUrl(url),
    clientErrorHandler: refuseUnreadableRequest,
    trustProxy: trustedProxies ?? false,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 512 },
  });
