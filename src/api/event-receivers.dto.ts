import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { DELIVERY_STATES, type DeliveryRecord } from '../events/receivers/event-receiver-deliveries.service.js';
import { IsText } from './is-text.decorator.js';
import { PageDto } from './page.dto.js';

abstract class ReceiverDto {
  @IsText(1, 120)
  readonly name!: string;

  /** Everything when absent. */
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(EVENT_TYPES.length)
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  readonly types?: EventType[];
}

const SECRET = { message: '$property must be 16 to 256 visible ASCII characters' };

export class CreateWebhookDto extends ReceiverDto {
  @IsText(8, 2_048)
  readonly url!: string;

  /** Made when absent. */
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{16,256}$/, SECRET)
  readonly secret?: string;
}

export class CreateStreamDto extends ReceiverDto {
  /** For whom its tokens are meant (`aud`); the stream's id when absent. */
  @IsOptional()
  @IsText(1, 255)
  readonly audience?: string;
}

/** What is absent stays. */
export class ChangeReceiverDto {
  @IsOptional()
  @IsText(1, 120)
  readonly name?: string;

  /** Everything when null. */
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(EVENT_TYPES.length)
  @ArrayUnique()
  @IsIn(EVENT_TYPES, { each: true })
  readonly types?: EventType[] | null;

  @IsOptional()
  @IsText(8, 2_048)
  readonly url?: string;

  @IsOptional()
  @IsText(1, 255)
  readonly audience?: string;
}

export class RotateSecretDto {
  /** Of a webhook; made when absent. */
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{16,256}$/, SECRET)
  readonly secret?: string;

  /** How long the one before is good. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(168)
  readonly overlapHours?: number;
}

export class ListDeliveriesDto extends PageDto {
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  readonly state?: DeliveryRecord['state'];

  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  readonly before?: string;
}
