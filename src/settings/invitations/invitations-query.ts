import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** The states that the list can be asked for; a withdrawn invitation is in the audit log alone. */
export const SHOWN_STATES = ['pending', 'expired', 'accepted', 'linked'] as const;

export type ShownState = (typeof SHOWN_STATES)[number];

/** What the address of *Pending invitations* asks for. */
export class InvitationsQuery {
  @IsOptional()
  @IsIn(SHOWN_STATES)
  readonly state: ShownState = 'pending';

  /** The last invitation of the page before. */
  @IsOptional()
  @IsUUID()
  readonly before?: string;

  @IsOptional()
  @IsIn(['withdrawn'])
  readonly done?: 'withdrawn';
}
