import { ACTIVITY_KINDS, ACTIVITY_OUTCOMES, type ActivityKind, type ActivityOutcome } from '@ruleforge/scim';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { BlankAsAbsent } from '../connection/blank-as-absent.decorator.js';
import { RecordQuery } from '../connection/record-query.js';

/** What the address of *Activity* asks for. */
export class ActivityQuery extends RecordQuery {
  @BlankAsAbsent()
  @IsOptional()
  @IsIn(ACTIVITY_OUTCOMES)
  readonly outcome?: ActivityOutcome;

  @BlankAsAbsent()
  @IsOptional()
  @IsIn(ACTIVITY_KINDS)
  readonly kind?: ActivityKind;

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
