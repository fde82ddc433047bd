import { IsOptional, IsUUID } from 'class-validator';
import { PageDto } from './page.dto.js';

export class ListAuditDto extends PageDto {
  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  readonly before?: string;
}
