import { Injectable } from '@nestjs/common';
import { GroupMembershipListener } from '../ports/group-membership-listener.js';

/** For hosts to which groups mean nothing: they are kept, answered for, and change nothing else. */
@Injectable()
export class MeaninglessGroups extends GroupMembershipListener {
  groupsChanged(): Promise<void> {
    return Promise.resolve();
  }
}
