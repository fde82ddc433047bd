import { Transform } from 'class-transformer';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { toSearch } from './role-mapping-form.js';

/** What the address of *Role mapping* asks for. */
export class RoleMappingQuery {
  /** Part of the names of the groups without a mapping. */
  @IsOptional()
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? toSearch(value) : value))
  readonly search?: string;

  /** There when rules have just been applied. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly applied?: string;
}
