import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';

export const LONGEST_SEARCH = 200;

/** What the address of *Settings → Members* asks for. */
export class MembersQuery {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly search?: string;

  /** Empty in a form that asks for any status. */
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsOptional()
  @IsIn(['active', 'deactivated'])
  readonly status?: 'active' | 'deactivated';

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly after?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly before?: string;
}
