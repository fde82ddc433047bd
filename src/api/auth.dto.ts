import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PASSWORD_LENGTH } from '../users/passwords.js';
import { IsText } from './is-text.decorator.js';

export class LoginDto {
  @IsText(0, 254)
  readonly email!: string;

  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  readonly password!: string;

  /** For an account that belongs to several organizations. */
  @IsOptional()
  @IsUUID()
  readonly organizationId?: string;
}
