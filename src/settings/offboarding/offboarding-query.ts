import { IsIn, IsOptional } from 'class-validator';
import { OFFBOARDING_KINDS, type OffboardingKind } from '../../offboarding/offboarding.js';
import { BlankAsAbsent } from '../connection/blank-as-absent.decorator.js';
import { RecordQuery } from '../connection/record-query.js';

/** What the address of *Offboarding* asks for. */
export class OffboardingQuery extends RecordQuery {
  @BlankAsAbsent()
  @IsOptional()
  @IsIn(OFFBOARDING_KINDS)
  readonly kind?: OffboardingKind;
}
