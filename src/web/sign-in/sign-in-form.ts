import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What the sign-in page sends. Empty fields are refused like wrong ones: in the same words. */
export class SignInForm {
  @IsString()
  @MaxLength(254)
  readonly email!: string;

  @IsString()
  @MaxLength(256)
  readonly password!: string;

  @IsOptional()
  @IsUUID()
  readonly organizationId?: string;

  @IsOptional()
  @IsString()
  readonly next?: string;
}
