import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { SecretBox } from '../secrets/secret-box.service.js';
import { sessionDigest } from '../sessions/session-cookie.js';
import type { IdentityProvider } from './identity-provider.js';
import {
  END_ALL_SESSIONS,
  END_SESSIONS_OF_SID,
  END_SESSIONS_OF_SUBJECT,
  FIND_ORIGIN,
  NOTE_ORIGIN,
} from './provider-access.statements.js';

type ProviderReference = Pick<IdentityProvider, 'organizationId' | 'id'>;

/** Whose sign-in at the provider a session stands on. */
export interface SessionOrigin {
  readonly subject: string;
  /** The provider's own session, where it names one. */
  readonly sid: string | undefined;
  /** When the provider asked the person last who they are, in seconds since the epoch, where it says so. */
  readonly authTime: number | undefined;
  readonly idToken: string;
}

/** Whom a provider wants out: a person, everywhere or in one session of the provider's, or whoever is in that session. */
export type LoggedOut =
  | { readonly by: 'subject'; readonly subject: string; readonly sid: string | undefined }
  | { readonly by: 'sid'; readonly sid: string };

/** Which sessions a provider opened, so that they end with it, or when it says so. */
@Injectable()
export class ProviderAccess {
  constructor(private readonly secrets: SecretBox) {}

  /** In the transaction that opened the session of this cookie. */
  async note(tx: EntityManager, provider: ProviderReference, cookie: string, origin: SessionOrigin): Promise<void> {
    const { subject, sid, authTime, idToken } = origin;
    const sealed = await this.secrets.seal(idToken, PURPOSE);
    const values = [provider.organizationId, provider.id, subject, sid ?? null, sealed, authTime ?? null];
    await runStatement(tx, NOTE_ORIGIN, [sessionDigest(cookie), ...values]);
  }

  /** Which active provider opened the session of this cookie, and the ID token that it gave. */
  async findOrigin(
    tx: EntityManager,
    cookie: string,
  ): Promise<{ readonly providerId: string; readonly idToken: string } | undefined> {
    const [origin] = await runStatement<{ providerId: string; idToken: string }>(tx, FIND_ORIGIN, [
      sessionDigest(cookie) ?? null,
    ]);
    return origin && { providerId: origin.providerId, idToken: await this.secrets.open(origin.idToken, PURPOSE) };
  }

  /** @returns how many ended */
  async endSessions(tx: EntityManager, { organizationId, id }: ProviderReference): Promise<number> {
    return (await runStatement(tx, END_ALL_SESSIONS, [organizationId, id])).length;
  }

  /** @returns the members whose sessions ended, one entry a session */
  async endSessionsOf(
    tx: EntityManager,
    { organizationId, id }: ProviderReference,
    whom: LoggedOut,
  ): Promise<readonly EndedSession[]> {
    return whom.by === 'sid'
      ? runStatement<EndedSession>(tx, END_SESSIONS_OF_SID, [organizationId, id, whom.sid])
      : runStatement<EndedSession>(tx, END_SESSIONS_OF_SUBJECT, [organizationId, id, whom.subject, whom.sid ?? null]);
  }
}

/** Whose session ended. */
type EndedSession = Readonly<Record<'memberId' | 'name', string>>;

const PURPOSE = 'ID token of a session';
