import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DONE, type Done } from './api-keys-page.js';

/** How long a key may live: days as a form sends them, `never` for ever. */
export const LIVES = ['30', '90', '180', '365', 'never'] as const;
export type Life = (typeof LIVES)[number];

export const LONGEST_NAME = 120;

/** What the address of the list tells of what was done just now. */
export class ApiKeysQuery {
  @IsOptional()
  @IsIn(DONE)
  readonly done?: Done;

  /** The last key of the page before. */
  @IsOptional()
  @Matches(/^[0-9a-f]{16}$/)
  readonly before?: string;
}

/** A new key. A name of nothing but spaces is none. */
export class ApiKeyForm {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(LONGEST_NAME)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  readonly name!: string;

  @IsIn(LIVES)
  readonly life!: Life;
}
