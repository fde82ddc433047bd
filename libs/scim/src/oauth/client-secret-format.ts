import { CredentialFormat } from '../connections/credential-format.js';

/** Secrets of OAuth clients, `rfscimsecret_…`. */
export const CLIENT_SECRETS = new CredentialFormat('rfscimsecret');

/** Finds client secrets in whatever text, for scanners of secrets. */
export const CLIENT_SECRET_PATTERN = CLIENT_SECRETS.pattern;
