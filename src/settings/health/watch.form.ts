import { Type } from 'class-transformer';
import { IsInt, Max, Min, validateSync } from 'class-validator';
import type { ConnectionWatch } from '../../offboarding/connection-watches.service.js';

/** What the form of alerts sends; whoever reads it asks whether it holds. */
export class WatchFields implements ConnectionWatch {
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(1_000_000)
  readonly alertPeople!: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly alertPercent!: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(8_760)
  readonly silentHours!: number;
}

/** Whether all of its fields are numbers within their bounds. */
export const isWatch = (fields: WatchFields): boolean => validateSync(fields).length === 0;
