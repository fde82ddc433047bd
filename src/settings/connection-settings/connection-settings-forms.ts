import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { FATES, type Fate } from '../../members/managed-members.service.js';
import { Line } from '../connection/text-field.js';

const Ticked = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => value === 'yes');

/** What *Settings* of a connection sends; a box that is not ticked sends nothing. */
export class ConnectionSettingsForm {
  @Line()
  readonly name: string = '';

  @Ticked()
  @IsBoolean()
  readonly adopts: boolean = false;

  @Ticked()
  @IsBoolean()
  readonly strict: boolean = false;

  @Ticked()
  @IsBoolean()
  readonly onlyProvisioned: boolean = false;
}

/** What removes a connection. */
export class RemovalForm {
  @IsIn(FATES)
  readonly fate!: Fate;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly confirm: string = '';
}

/** What the page says after it was led to. */
export class ConnectionSettingsQuery {
  @IsOptional()
  @IsString()
  readonly done?: string;
}
