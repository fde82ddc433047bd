import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString } from 'class-validator';

/** A line that somebody typed, without what nobody can see, as far as a name is long. */
export const Line = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => toLine(value)),
    IsString(),
  );

const toLine = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/\p{C}/gu, ' ').trim().slice(0, LONGEST) : '';

const LONGEST = 100;
