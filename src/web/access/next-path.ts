/** Where a person goes who was not on the way to anywhere. */
export const START_PATH = '/settings/members';

/**
 * The path to continue at after sign-in, and only one of this site: whatever a browser could read as another host
 * (`//host`, `/\host`, a scheme, control characters) becomes the start path.
 */
export function readNextPath(next: unknown): string {
  if (typeof next !== 'string' || next.length > LONGEST || !LOCAL_PATH.test(next)) return START_PATH;
  return new URL(next, ANY_ORIGIN).origin === ANY_ORIGIN ? next : START_PATH;
}

const LONGEST = 2_000;
const LOCAL_PATH = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;
const ANY_ORIGIN = 'http://here.invalid';
