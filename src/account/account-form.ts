import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type Language, LANGUAGES } from '../web/language.js';
import { DONE, type Done } from './account-page.js';

/** What the address of *Account* tells of what was done just now. */
export class AccountQuery {
  @IsOptional()
  @IsIn(DONE)
  readonly done?: Done;
}

/** A language for every screen. */
export class LanguageForm {
  @IsIn(LANGUAGES)
  readonly language!: Language;
}

/** A new password; whether it is one is the account's rule. */
export class PasswordForm {
  @IsString()
  @MaxLength(1_000)
  readonly current!: string;

  @IsString()
  @MaxLength(1_000)
  readonly wanted!: string;

  @IsString()
  @MaxLength(1_000)
  readonly repeated!: string;
}

/** The organization to go to. */
export class SwitchForm {
  @IsUUID()
  readonly organizationId!: string;
}
