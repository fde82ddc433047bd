import { Transform } from 'class-transformer';

/** A line that somebody typed, without what nobody can see, as far as a name is long. */
export const Line = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => toLine(value));

const toLine = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/\p{C}/gu, ' ').trim().slice(0, LONGEST) : '';

const LONGEST = 100;
