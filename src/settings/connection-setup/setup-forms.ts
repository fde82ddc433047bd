import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength, Min } from 'class-validator';
import { Line } from '../connection/text-field.js';

/** What *Set up a connection* sends. */
export class NewConnectionForm {
  @Line()
  readonly name: string = '';

  @IsString()
  @MaxLength(64)
  readonly recovery: string = '';
}

/** What asks for the token. */
export class FirstTokenForm {
  /** How many tokens the connection had when the page was shown. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readonly seen!: number;
}
