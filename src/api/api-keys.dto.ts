import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsText } from './is-text.decorator.js';
import { PageDto } from './page.dto.js';

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

export class ListApiKeysDto extends PageDto {
  /** The `next` of the page before. */
  @IsOptional()
  @Matches(/^[0-9a-f]{16}$/, { message: '$property must be the next of a page' })
  readonly before?: string;
}
