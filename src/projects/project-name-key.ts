import { foldText } from '../users/canonical-text.js';
import { InvalidProjectName } from './project-errors.js';

/**
 * The one form under which names of projects are compared.
 * @throws InvalidProjectName
 */
export function projectNameKey(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || name.length > LONGEST || UNREADABLE.test(name)) throw new InvalidProjectName();
  return foldText(trimmed.replace(/\s+/gu, ' '));
}

const LONGEST = 120;
const UNREADABLE = /[\p{Cc}\p{Cs}]/u;
