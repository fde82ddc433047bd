import { readFile } from 'node:fs/promises';
import { type ListedOAuthClient, OAUTH_CLIENT_LIMITS, OAuthClientsService } from '@ruleforge/scim';
import { Command } from 'commander';
import { Settings } from '../config/settings.js';
import { tokenEndpoint } from '../setup/scim-access.js';
import { getConnection } from './get-connection.js';
import { inTransaction } from './in-transaction.js';
import { operator } from './operator.js';
import { print, printFacts, type PrintOptions, printRows, toJson } from './print.js';
import { readNumberFrom, readText } from './read-option.js';

interface CreateOptions extends PrintOptions {
  readonly connection: string;
  readonly name: string;
  readonly keys?: string;
  readonly days?: number;
  readonly readOnly?: true;
}

interface RotateOptions extends PrintOptions {
  readonly overlapHours?: number;
}

const KEYS = 'a file with the JWK Set of its public keys';

/** `ruleforge oauth-client …` */
export const oauthClientCommand = () =>
  new Command('oauth-client')
    .description('OAuth clients of connections, which get short-lived tokens by themselves.')
    .addCommand(
      new Command('create')
        .description('Adds a client, with a secret that is shown once, or with keys that it signs by.')
        .requiredOption('--connection <id>', 'whose', readText)
        .requiredOption('--name <name>', 'what it is', readText)
        .option('--keys <file>', `${KEYS}, for private_key_jwt; without it the client gets a secret`)
        .option(
          '--days <number>',
          `how long the secret lives; ${OAUTH_CLIENT_LIMITS.defaultDays} days when absent`,
          readNumberFrom(1, OAUTH_CLIENT_LIMITS.mostDays),
        )
        .option('--read-only', 'let it read and not write')
        .option('--json', 'print JSON')
        .action(create),
    )
    .addCommand(
      new Command('rotate-secret')
        .description('Issues a secret in place of the one before, which works on for a while.')
        .argument('<id>', 'the client', readText)
        .option(
          '--overlap-hours <number>',
          `how long the one before works on; ${OAUTH_CLIENT_LIMITS.defaultOverlapHours} hours when absent`,
          readNumberFrom(0, OAUTH_CLIENT_LIMITS.mostOverlapHours),
        )
        .option('--json', 'print JSON')
        .action(rotateSecret),
    )
    .addCommand(
      new Command('set-keys')
        .description('Puts keys in place of those before. For an overlap, give the old and the new ones first.')
        .argument('<id>', 'the client', readText)
        .requiredOption('--keys <file>', KEYS)
        .action(setKeys),
    )
    .addCommand(
      new Command('revoke')
        .description('Ends a client and its access tokens: the next request with one is refused.')
        .argument('<id>', 'the client', readText)
        .action(revoke),
    )
    .addCommand(
      new Command('list')
        .description('Prints id, state, method, access, secrets or keys, last use and name of each, oldest first.')
        .requiredOption('--connection <id>', 'whose', readText)
        .option('--json', 'print JSON')
        .action(list),
    );

async function create({ connection: id, name, keys: file, days, readOnly, ...options }: CreateOptions): Promise<void> {
  const keys = file === undefined ? undefined : await readKeys(file);
  const wish = { name, keys, expiresInDays: days, access: readOnly ? 'read' : 'write' } as const;
  const created = await inTransaction(async (tx, application) => {
    const connection = await getConnection(tx, application, id);
    const client = await application.get(OAuthClientsService).create(tx, connection, wish, operator());
    return { ...client, tokenEndpoint: tokenEndpoint(application.get(Settings), id) };
  });
  const { secret, expiresAt } = created;
  printFacts(
    created,
    {
      'Client id': created.id,
      ...(secret !== undefined && { 'Client secret': secret }),
      ...(expiresAt && { Expires: expiresAt.toISOString() }),
      'Token endpoint': created.tokenEndpoint,
    },
    options,
  );
}

async function rotateSecret(id: string, { overlapHours, ...options }: RotateOptions): Promise<void> {
  const issued = await inTransaction((tx, application) =>
    application.get(OAuthClientsService).rotateSecret(tx, id, overlapHours, operator()),
  );
  const { secret, expiresAt } = issued;
  printFacts(issued, { 'Client id': id, 'Client secret': secret, Expires: expiresAt.toISOString() }, options);
}

async function setKeys(id: string, { keys: file }: { readonly keys: string }): Promise<void> {
  const input = await readKeys(file);
  const keys = await inTransaction((tx, application) =>
    application.get(OAuthClientsService).setKeys(tx, id, input, operator()),
  );
  for (const { id: thumbprint, jwk } of keys) print([thumbprint, jwk.kid ?? '-', jwk.crv ?? jwk.kty].join('\t'));
}

async function revoke(id: string): Promise<void> {
  await inTransaction((tx, application) => application.get(OAuthClientsService).revoke(tx, id, operator()));
  print(`The OAuth client ${id} is revoked.`);
}

async function list({ connection: id, ...options }: PrintOptions & { readonly connection: string }): Promise<void> {
  const clients = await inTransaction(async (tx, application) =>
    application.get(OAuthClientsService).list(tx, await getConnection(tx, application, id)),
  );
  if (options.json) print(toJson(clients));
  else printRows(clients.map(toRow), ['id', 'state', 'method', 'access', 'proofs', 'use', 'name'], options);
}

/** A word for every column, so that `cut` counts right. */
function toRow({ revokedAt, credentials, ...client }: ListedOAuthClient) {
  const proofs = credentials.map(({ id, expiresAt }) => (expiresAt ? `${id} until ${expiresAt.toISOString()}` : id));
  const use = [client.lastUsedAt?.toISOString() ?? 'never', client.lastUsedAddress, client.lastUsedClient];
  return {
    ...client,
    state: revokedAt ? 'revoked' : 'live',
    proofs: proofs.join(', ') || '-',
    use: use.filter(Boolean).join(' '),
  };
}

async function readKeys(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Error(`${file} is not JSON: it must have a JWK Set, like {"keys": [{"kty": "EC", …}]}.`, { cause });
  }
}
