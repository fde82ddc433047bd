import { InvalidArgumentError } from 'commander';

/** A whole number, at least 0. */
export function readWholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** A whole number, at least 1. */
export function readPositiveNumber(text: string): number {
  const number = readWholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('It must be at least 1.');
  return number;
}

/** Reads a whole number within bounds. */
export const readNumberFrom =
  (least: number, most: number) =>
  (text: string): number => {
    const number = readWholeNumber(text);
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be from ${least} to ${most}.`);
  };

/** The id of an organization. */
export function readId(text: string): string {
  if (!UUID.test(text)) throw new InvalidArgumentError('It must be an id, as `ruleforge organization list` shows it.');
  return text;
}

/** Text that names something. */
export function readText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text.trim();
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
