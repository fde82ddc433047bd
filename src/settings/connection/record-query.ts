import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BlankAsAbsent } from './blank-as-absent.decorator.js';
import { type Period, PERIODS } from './period.js';

export const LONGEST_SEARCH = 200;

/** What the address of every record of a connection asks for: of whom, from when on, and where the page begins. */
export abstract class RecordQuery {
  /** A name or an address. */
  @BlankAsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly search?: string;

  @BlankAsAbsent()
  @IsOptional()
  @IsIn(PERIODS)
  readonly period?: Period;

  /** The page goes on behind this one, to what is older. */
  @BlankAsAbsent()
  @IsOptional()
  @IsUUID()
  readonly before?: string;
}
