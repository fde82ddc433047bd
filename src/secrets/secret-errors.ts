/** A secret was sealed by another key than this server's, or for another purpose. */
export class SecretUnreadable extends Error {
  constructor(cause?: unknown) {
    super(
      'A stored secret cannot be read with the key of this server. Give every server the same RULEFORGE_SECRETS_KEY, or enter the secret again.',
      { cause },
    );
  }
}
