import { BadRequestException } from '@nestjs/common';
import type { DraftGroup } from './draft.js';

/** A group in a field of a form, so that an edit keeps what the screen knows of it. */
export const toGroupField = ({ by, value, name }: DraftGroup): string => JSON.stringify([by, value, name]);

/** @throws BadRequestException */
export function readGroupField(field: string): DraftGroup {
  const [by, value, name] = parse(field);
  if ((by === 'id' || by === 'name' || by === 'externalId') && typeof value === 'string' && typeof name === 'string') {
    return { by, value, name };
  }
  throw new BadRequestException();
}

function parse(field: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(field);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
