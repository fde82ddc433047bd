import { plainToInstance } from 'class-transformer';
import { IsIn, IsOptional, IsUrl, Matches, ValidateIf, type ValidationError, validateSync } from 'class-validator';
import { StartError } from './start-error.js';
import { Switch, Variable, variableOf, WholeNumber } from './variable.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Everything that the environment can set; an empty variable counts as absent. */
export class Settings {
  /** Where the embedded database lives; without meaning when `databaseUrl` is set. */
  @Variable('RULEFORGE_DATA_DIR')
  readonly dataDirectory: string = './data';

  /** A PostgreSQL server of the operator's; without one, an embedded server is started. */
  @Variable('DATABASE_URL')
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must look like postgres://user:password@host:5432/database' })
  readonly databaseUrl?: string;

  /** Connections that this process may hold at once. */
  @Variable('RULEFORGE_DATABASE_POOL')
  @WholeNumber(1, 1_000)
  readonly databasePool: number = 10;

  @Variable('PORT')
  @WholeNumber(1, 65_535)
  readonly port: number = 3_000;

  /** The address to listen on; nothing but this machine unless told otherwise. */
  @Variable('RULEFORGE_HOST')
  @Matches(/^[A-Za-z0-9.:_-]+$/, { message: 'must be a host name or an address, like 0.0.0.0' })
  readonly host: string = '127.0.0.1';

  @Variable('RULEFORGE_PUBLIC_URL')
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false, allow_query_components: false },
    { message: 'must be an address like https://ruleforge.example.com' },
  )
  private readonly givenPublicUrl?: string;

  /** Addresses of reverse proxies whose `X-Forwarded-For` is believed, comma-separated. */
  @Variable('RULEFORGE_TRUSTED_PROXIES')
  @IsOptional()
  readonly trustedProxies?: string;

  /** Where the secrets of the first run are written as JSON. */
  @Variable('RULEFORGE_FIRST_RUN_FILE')
  @IsOptional()
  readonly firstRunFile?: string;

  @Variable('RULEFORGE_LOG_LEVEL')
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  readonly logLevel: (typeof LOG_LEVELS)[number] = 'info';

  /** Requests a second that one connection may make on one process. */
  @Variable('RULEFORGE_SCIM_REQUESTS_PER_SECOND')
  @WholeNumber(1, 1_000_000)
  readonly scimRequestsPerSecond: number = 5_000;

  /** How long an access token of an OAuth client lives. */
  @Variable('RULEFORGE_SCIM_ACCESS_TOKEN_MINUTES')
  @WholeNumber(1, 60)
  readonly scimAccessTokenMinutes: number = 15;

  /** How old a proof of who somebody is may be before secrets are given out: a password, or the provider's word. */
  @Variable('RULEFORGE_FRESH_SIGN_IN_SECONDS')
  @WholeNumber(1, 43_200)
  readonly freshSignInSeconds: number = 600;

  /** How long a process that was told to stop still accepts connections, so that balancers see it go. */
  @Variable('RULEFORGE_DRAIN_SECONDS')
  @WholeNumber(0, 60)
  readonly drainSeconds: number = 1;

  /** How many people a directory may deactivate within an hour before administrators are alerted. */
  @Variable('RULEFORGE_MASS_DEACTIVATION_PEOPLE')
  @WholeNumber(2, 1_000_000)
  readonly massDeactivationPeople: number = 10;

  /** And how many per cent of those whom it manages: an alert needs both. */
  @Variable('RULEFORGE_MASS_DEACTIVATION_PERCENT')
  @WholeNumber(1, 100)
  readonly massDeactivationPercent: number = 20;

  /** After how many hours without a request a connection counts as silent. */
  @Variable('RULEFORGE_SILENT_HOURS')
  @WholeNumber(1, 8_760)
  readonly silentHours: number = 48;

  /** How often a process looks whether a directory deactivated many. */
  @Variable('RULEFORGE_WATCH_SECONDS')
  @WholeNumber(1, 3_600)
  readonly watchSeconds: number = 10;

  /** Whether webhooks may go to private addresses, and without TLS. */
  @Variable('RULEFORGE_WEBHOOK_ALLOW_PRIVATE_NETWORKS')
  @Switch()
  readonly webhookAllowPrivateNetworks: boolean = false;

  /** How often a webhook is attempted before it is given up. */
  @Variable('RULEFORGE_WEBHOOK_ATTEMPTS')
  @WholeNumber(1, 100)
  readonly webhookAttempts: number = 14;

  /** The wait after the first failure, doubled after each further one, up to six hours. */
  @Variable('RULEFORGE_WEBHOOK_RETRY_SECONDS')
  @WholeNumber(0, 3_600)
  readonly webhookRetrySeconds: number = 30;

  @Variable('RULEFORGE_WEBHOOK_TIMEOUT_MS')
  @WholeNumber(50, 60_000)
  readonly webhookTimeoutMs: number = 10_000;

  /** How often a process looks for events that are to be sent, or that somebody waits for. */
  @Variable('RULEFORGE_EVENTS_INTERVAL_MS')
  @WholeNumber(10, 60_000)
  readonly eventsIntervalMs: number = 1_000;

  /** How long a poll of a stream waits for an event. */
  @Variable('RULEFORGE_EVENTS_LONG_POLL_SECONDS')
  @WholeNumber(0, 25)
  readonly eventsLongPollSeconds: number = 20;

  /** How long events are kept, delivered or not. */
  @Variable('RULEFORGE_EVENTS_RETENTION_DAYS')
  @WholeNumber(1, 365)
  readonly eventsRetentionDays: number = 30;

  /** The server that takes mail; without one, nothing is mailed and links are handed over by people. */
  @Variable('RULEFORGE_SMTP_URL')
  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must look like smtps://user:password@host:465' })
  readonly smtpUrl?: string;

  /** Whom mail comes from. */
  @Variable('RULEFORGE_MAIL_FROM')
  @ValidateIf(({ smtpUrl, mailFrom }: Settings) => (smtpUrl ?? mailFrom) !== undefined)
  @Matches(/^(?:[^<>"\p{Cc}]+ <[^\s<>@"]+@[^\s<>@"]+>|[^\s<>@"]+@[^\s<>@"]+)$/u, {
    message: 'must be a sender like RuleForge <no-reply@example.com> when RULEFORGE_SMTP_URL is set',
  })
  readonly mailFrom?: string;

  /** How often a process looks for mail to send. */
  @Variable('RULEFORGE_MAIL_INTERVAL_MS')
  @WholeNumber(10, 60_000)
  readonly mailIntervalMs: number = 1_000;

  /** What is waited after the first failure; twice as long after each further one. */
  @Variable('RULEFORGE_MAIL_RETRY_SECONDS')
  @WholeNumber(0, 3_600)
  readonly mailRetrySeconds: number = 60;

  /** How long the mail server may be silent. */
  @Variable('RULEFORGE_MAIL_TIMEOUT_MS')
  @WholeNumber(100, 300_000)
  readonly mailTimeoutMs: number = 20_000;

  /** The key of secrets that are stored to be read again: 32 bytes in Base64. Without one, it lies in `dataDirectory`. */
  @Variable('RULEFORGE_SECRETS_KEY')
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, {
    message: 'must be 32 bytes in Base64, as `openssl rand -base64 32` prints them',
  })
  readonly secretsKey?: string;

  /** Whether identity providers may have private addresses, and, on this very machine, no TLS. */
  @Variable('RULEFORGE_SSO_ALLOW_PRIVATE_NETWORKS')
  @Switch()
  readonly ssoAllowPrivateNetworks: boolean = false;

  /** Requests a minute that one address may make to the public pages of single sign-on, on one process. */
  @Variable('RULEFORGE_SSO_REQUESTS_PER_MINUTE')
  @WholeNumber(1, 1_000_000)
  readonly ssoRequestsPerMinute: number = 300;

  /** What stands before every path in an address given to somebody; no slash at its end. */
  get publicUrl(): string {
    return (this.givenPublicUrl ?? `http://localhost:${this.port}`).replace(/\/+$/, '');
  }
}

/** @throws StartError that names each bad variable and says what it must be */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const settings = plainToInstance(Settings, given, { excludeExtraneousValues: true, exposeDefaultValues: true });
  const errors = validateSync(settings);
  if (errors.length > 0) throw new StartError(errors.map(complaintOf).join(' '));
  return settings;
}

const complaintOf = ({ property, constraints = {} }: ValidationError) =>
  `${variableOf(property)} ${Object.values(constraints).join(' and ')}.`;
