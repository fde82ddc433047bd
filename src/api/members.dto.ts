import { IsBooleanString, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ROLES, type Role } from '../members/roles.js';
import { PASSWORD_LENGTH } from '../users/passwords.js';
import { IsText } from './is-text.decorator.js';
import { PageDto } from './page.dto.js';

export class CreateMemberDto {
  @IsText(3, 254)
  readonly email!: string;

  @IsText(1, 120)
  readonly name!: string;

  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  readonly password!: string;

  @IsIn(ROLES)
  readonly role!: Role;
}

export class ChangeRoleDto {
  @IsIn(ROLES)
  readonly role!: Role;
}

export class RenameMemberDto {
  @IsText(1, 120)
  readonly name!: string;
}

export class ListMembersDto extends PageDto {
  @IsOptional()
  @IsText(0, 200)
  readonly search?: string;

  @IsOptional()
  @IsBooleanString()
  readonly active?: string;

  @IsOptional()
  @IsText(0, 2_000)
  readonly after?: string;

  @IsOptional()
  @IsText(0, 2_000)
  readonly before?: string;
}
