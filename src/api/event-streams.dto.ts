import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** The body of a poll (RFC 8936 §2.2). */
export class PollStreamDto {
  /** 0 only acknowledges. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  readonly maxEvents: number = 100;

  @IsOptional()
  @IsBoolean()
  readonly returnImmediately: boolean = false;

  /** `jti`s of tokens that are not to be given again. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @IsUUID('all', { each: true })
  readonly ack: string[] = [];

  /** By `jti`, why a token cannot be used. */
  @IsOptional()
  @IsObject()
  readonly setErrs: Readonly<Record<string, unknown>> = {};
}
