import { plainToInstance } from 'class-transformer';
import { IsIn, IsOptional, IsUrl, Matches, type ValidationError, validateSync } from 'class-validator';
import { StartError } from './start-error.js';
import { Variable, variableOf, WholeNumber } from './variable.js';

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

  /** How old a proof of who somebody is may be before secrets are given out: a password, or the provider's word. */
  @Variable('RULEFORGE_FRESH_SIGN_IN_SECONDS')
  @WholeNumber(1, 43_200)
  readonly freshSignInSeconds: number = 600;

  /** How long an access token of an OAuth client lives. */
  @Variable('RULEFORGE_SCIM_ACCESS_TOKEN_MINUTES')
  @WholeNumber(1, 60)
  readonly scimAccessTokenMinutes: number = 15;

  /** How long a process that was told to stop still accepts connections, so that balancers see it go. */
  @Variable('RULEFORGE_DRAIN_SECONDS')
  @WholeNumber(0, 60)
  readonly drainSeconds: number = 1;

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
