import { CredentialFormat } from './credential-format.js';

/** Bearer tokens, `rfscim_…`: those that administrators issue, and the access tokens of OAuth clients. */
export const TOKENS = new CredentialFormat('rfscim');

/** Finds tokens in whatever text, for scanners of secrets. */
export const TOKEN_PATTERN = TOKENS.pattern;
