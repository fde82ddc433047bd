import { IsIn, IsString, Length } from 'class-validator';
import { ROLES, type Role } from '../../members/roles.js';
import { type Language, LANGUAGES } from '../../web/language.js';

/** *New invitation*. */
export class InvitationForm {
  @IsString()
  @Length(3, 254)
  readonly email: string = '';

  @IsIn(ROLES)
  readonly role: Role = 'read_only';

  /** Of the letter. */
  @IsIn(LANGUAGES)
  readonly language: Language = 'en';
}
