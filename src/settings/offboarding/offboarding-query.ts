import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { OFFBOARDING_KINDS, type OffboardingKind } from '../../offboarding/offboarding.js';
import { BlankAsAbsent } from '../connection/blank-as-absent.decorator.js';
import { type Period, PERIODS } from '../connection/period.js';

export const LONGEST_SEARCH = 200;

/** What the address of *Offboarding* asks for. */
export class OffboardingQuery {
  @BlankAsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly search?: string;

  @BlankAsAbsent()
  @IsOptional()
  @IsIn(OFFBOARDING_KINDS)
  readonly kind?: OffboardingKind;

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
