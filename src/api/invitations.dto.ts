import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ROLES, type Role } from '../members/roles.js';
import { PASSWORD_LENGTH } from '../users/passwords.js';
import { LANGUAGES, type Language } from '../web/language.js';
import { IsText } from './is-text.decorator.js';

export class CreateInvitationDto {
  @IsText(3, 254)
  readonly email!: string;

  @IsIn(ROLES)
  readonly role!: Role;

  /** Of the letter, unless the address has an account, which has a language. */
  @IsOptional()
  @IsIn(LANGUAGES)
  readonly language?: Language;
}

export class AcceptInvitationDto {
  @IsText(43, 43)
  readonly token!: string;

  @IsText(1, 120)
  readonly name!: string;

  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  readonly password!: string;
}
