import { Connection } from './connections/connection.entity.js';
import { Token } from './connections/token.entity.js';
import { Connections1764000000001 } from './migrations/connections-1764000000001.js';
import { CursorKeys1764000000005 } from './migrations/cursor-keys-1764000000005.js';
import { Groups1764000000003 } from './migrations/groups-1764000000003.js';
import { OauthClients1764000000008 } from './migrations/oauth-clients-1764000000008.js';
import { ReplacedTokens1764000000007 } from './migrations/replaced-tokens-1764000000007.js';
import { StrictConnections1764000000006 } from './migrations/strict-connections-1764000000006.js';
import { OAuthClient } from './oauth/oauth-client.entity.js';
import { OAuthCredential } from './oauth/oauth-credential.entity.js';

/** For `entities` of the host's data source. */
export const SCIM_ENTITIES = [Connection, Token, OAuthClient, OAuthCredential];

/** For `migrations` of the host's data source. */
export const SCIM_MIGRATIONS = [
  Connections1764000000001,
  Groups1764000000003,
  CursorKeys1764000000005,
  StrictConnections1764000000006,
  ReplacedTokens1764000000007,
  OauthClients1764000000008,
];
