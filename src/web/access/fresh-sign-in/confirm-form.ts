import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What *Confirm it is you* sends; an empty password is refused like a wrong one. */
export class ConfirmForm {
  @IsString()
  @MaxLength(256)
  readonly confirmPassword!: string;

  @IsOptional()
  @IsString()
  readonly next?: string;
}
