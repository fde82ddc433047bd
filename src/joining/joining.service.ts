import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { SignInService } from '../identity/sign-in.service.js';
import { type Acceptance, AcceptanceService } from '../invitations/acceptance.service.js';
import type { OpenInvitation } from '../invitations/invitation.js';
import type { OpenedSession } from '../sessions/sessions.service.js';

/** From where somebody joins. */
export interface JoiningOrigin {
  readonly address: string;
  readonly client?: string;
  readonly requestId?: string;
}

/** Joining an organization by an invitation, and being signed in: both or neither. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly acceptances: AcceptanceService,
    private readonly signIns: SignInService,
  ) {}

  /** @throws InvitationInvalid, TooManyAttempts */
  get(token: string, address: string): Promise<OpenInvitation> {
    return this.acceptances.get(this.transactions.single, token, address);
  }

  /** @throws what `AcceptanceService.accept` throws */
  join(acceptance: Acceptance, origin: JoiningOrigin): Promise<OpenedSession> {
    return this.transactions.run(async (tx) => {
      const joined = await this.acceptances.accept(tx, acceptance, origin.requestId);
      return this.signIns.admit(tx, joined, origin);
    });
  }
}
