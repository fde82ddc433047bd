import { Transform, Type } from 'class-transformer';
import { OAUTH_CLIENT_LIMITS, TOKEN_LIMITS } from '@ruleforge/scim';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Line } from '../connection/text-field.js';

const Ticked = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => value === 'yes');

/** What issues a token. */
export class TokenForm {
  @Line()
  readonly label: string = '';

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(TOKEN_LIMITS.mostDays)
  readonly days: number = TOKEN_LIMITS.defaultDays;

  @Ticked()
  @IsBoolean()
  readonly readOnly: boolean = false;

  /** How many there were when the page was shown. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readonly seen!: number;
}

/** What creates an OAuth client: `label` is its name. */
export class ClientForm extends TokenForm {
  @IsOptional()
  @IsString()
  @MaxLength(50_000)
  readonly keys: string = '';
}

/** What issues another credential in place of one. */
export class RotationForm {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(OAUTH_CLIENT_LIMITS.mostOverlapHours)
  readonly overlapHours: number = OAUTH_CLIENT_LIMITS.defaultOverlapHours;

  /** The secret that was the newest when the page was shown. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly seen: string = '';
}

/** What replaces the keys of a client. */
export class KeysForm {
  @IsString()
  @MaxLength(50_000)
  readonly keys: string = '';
}

/** What the page says after it was led to. */
export class CredentialsQuery {
  @IsOptional()
  @IsString()
  readonly done?: string;
}
