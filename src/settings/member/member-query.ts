import { IsIn, IsOptional } from 'class-validator';

const DONE = ['created', 'role', 'name', 'deactivated', 'reactivated', 'named', 'relieved'] as const;

/** What has just been done to a member. */
export type MemberDone = (typeof DONE)[number];

/** What the address of a member's page says. */
export class MemberQuery {
  @IsOptional()
  @IsIn(DONE)
  readonly done?: MemberDone;
}
