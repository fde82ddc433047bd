import { ACTIVITY_KINDS, ACTIVITY_OUTCOMES, type ActivityKind, type ActivityOutcome } from '@ruleforge/scim';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BlankAsAbsent } from '../connection/blank-as-absent.decorator.js';
import { type Period, PERIODS } from '../connection/period.js';

export const LONGEST_SEARCH = 200;

/** What the address of *Activity* asks for. */
export class ActivityQuery {
  /** A name or an address. */
  @BlankAsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly search?: string;

  @BlankAsAbsent()
  @IsOptional()
  @IsIn(ACTIVITY_OUTCOMES)
  readonly outcome?: ActivityOutcome;

  @BlankAsAbsent()
  @IsOptional()
  @IsIn(ACTIVITY_KINDS)
  readonly kind?: ActivityKind;

  @BlankAsAbsent()
  @IsOptional()
  @IsIn(PERIODS)
  readonly period?: Period;

  /** The page goes on behind this request, to what is older. */
  @BlankAsAbsent()
  @IsOptional()
  @IsUUID()
  readonly before?: string;

  /** The newest request that the browser has; it asks whether there are newer ones. */
  @BlankAsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(36)
  readonly newest?: string;

  /** Whether new requests appear by themselves. */
  @BlankAsAbsent()
  @IsOptional()
  @IsIn(['off'])
  readonly live?: 'off';
}
