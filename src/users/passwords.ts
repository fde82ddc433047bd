import { randomBytes } from 'node:crypto';
import argon2 from 'argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_LENGTH = { min: 10, max: 256 };

export const hashPassword = (password: string): Promise<string> => argon2.hash(password, COST);

/** Does the same work whether there is a digest or not, so that time tells nothing about who has an account. */
export async function isPasswordOf(password: string, digest: string | null | undefined): Promise<boolean> {
  nobodysDigest ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await argon2.verify(digest ?? (await nobodysDigest), password);
  return matches && typeof digest === 'string';
}

let nobodysDigest: Promise<string> | undefined;
