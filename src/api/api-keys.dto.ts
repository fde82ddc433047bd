import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsText } from './is-text.decorator.js';

export class CreateApiKeyDto {
  @IsText(1, 120)
  readonly name!: string;

  /** For ever when absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3_650)
  readonly expiresInDays?: number;
}
