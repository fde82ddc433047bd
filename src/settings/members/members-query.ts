import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../members/roles.js';

export const LONGEST_SEARCH = 200;

/** The value of *Managed* for members whom no directory manages; any other one is a connection's id. */
export const BY_HAND = 'hand';

/** A choice of a form that asks for any is empty. */
const EmptyIsAny = () => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** What the address of *Settings → Members* asks for. */
export class MembersQuery {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  readonly search?: string;

  @EmptyIsAny()
  @IsOptional()
  @IsIn(['active', 'deactivated'])
  readonly status?: 'active' | 'deactivated';

  @EmptyIsAny()
  @IsOptional()
  @IsIn(ROLES)
  readonly role?: Role;

  @EmptyIsAny()
  @IsOptional()
  @Matches(/^\w{1,100}$/)
  readonly managed?: string;

  @IsOptional()
  @IsIn(['removed'])
  readonly done?: 'removed';

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly after?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly before?: string;
}
