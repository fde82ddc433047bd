import type { MemberDetails } from '../../members/member-details.js';
import type { Member } from '../../members/member.js';
import type { Standing } from '../../members/recovery-administrators.service.js';

/** One member, as *Settings → Members* shows one. */
export interface MemberPage {
  readonly member: Member;
  readonly details: MemberDetails;
  readonly standing: Standing;
  /** The name of the connection that manages the member. */
  readonly syncedBy: string | undefined;
  readonly isViewer: boolean;
}

/** What is asked once more before it is done. */
export type Cut = 'deactivate' | 'remove';
