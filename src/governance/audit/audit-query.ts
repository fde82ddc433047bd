import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

/** What an entry can be about, as the product names it. */
export const ENTITIES = [
  'project',
  'version',
  'review',
  'case',
  'integration',
  'member',
  'group',
  'connection',
] as const;
export type Entity = (typeof ENTITIES)[number];

export const PERIODS = ['hour', 'day', 'week', 'month', 'custom'] as const;
export type Period = (typeof PERIODS)[number];

export const LONGEST_TEXT = 200;

export const PAGE_SIZE = 50;

/** A field that a form sends empty was not filled in. */
const EmptyIsAbsent = () => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** What the address of *Governance → Audit* asks for. */
export class AuditQuery {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly text?: string;

  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(ENTITIES)
  readonly entity?: Entity;

  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(PERIODS)
  readonly period?: Period;

  /** With the period *custom*; in UTC. */
  @EmptyIsAbsent()
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
  readonly from?: string;

  @EmptyIsAbsent()
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/)
  readonly to?: string;

  /** The last entry of the page before. */
  @IsOptional()
  @IsUUID()
  readonly before?: string;

  /** Where a search goes on that had stopped at `before`: how many entries it had found, which are shown already. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(PAGE_SIZE - 1)
  readonly found?: number;
}

export const FORMATS = ['csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What the form of the export sends: the filters of the page that it is on. */
export class AuditExportForm extends AuditQuery {
  @IsIn(FORMATS)
  readonly format!: Format;
}
