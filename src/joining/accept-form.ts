import { IsString, Length } from 'class-validator';
import { PASSWORD_LENGTH } from '../users/passwords.js';
import { IsName } from '../web/page/is-name.decorator.js';

/** What somebody enters who has no account: a name, and a password to be. */
export class NewAccountForm {
  @IsName()
  readonly name: string = '';

  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  readonly password: string = '';
}
