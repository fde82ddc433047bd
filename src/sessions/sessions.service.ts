import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { Person } from '../members/person.js';
import { mintSession, sessionDigest } from './session-cookie.js';
import type { EndedSession, EndedSessions, ListedSession, PersonInSession, Session } from './session.js';
import {
  END_SESSION,
  END_SESSION_OF_MEMBER,
  END_SESSIONS,
  END_SESSIONS_OF_ACCOUNT,
  FIND_SESSION,
  LIST_SESSIONS,
  OPEN_SESSION,
  RENEW_SESSION,
  TOUCH_SESSION,
} from './sessions.statements.js';

/** Twelve hours: a working day. */
const LIFETIME_SECONDS = 43_200;

export interface SessionOrigin {
  readonly openedBy: Session['openedBy'];
  readonly address?: string;
  readonly client?: string;
  /** How old the proof is that the session stands on; it is made now unless told otherwise. */
  readonly provedSecondsAgo?: number;
  /** Of a session that takes the place of another: no longer than that one would have lasted. */
  readonly lifetimeSeconds?: number;
}

export interface EndingOfSessions {
  /** Where they all end. */
  readonly organizationId: string;
  /** The id of the one that stays. */
  readonly except?: string;
  /** Whether those end too that the account's password opened in other organizations. */
  readonly withPassword: boolean;
}

export interface OpenedSession {
  /** The value of the cookie; the only time that it is seen. */
  readonly cookie: string;
  readonly expiresAt: Date;
}

/** Sessions of browsers. Each belongs to one membership and ends with its access, on every process at once. */
@Injectable()
export class SessionsService {
  /** @returns undefined for somebody who is not an active member */
  async open(
    tx: EntityManager,
    { organizationId, memberId }: Membership,
    { openedBy, address, client, provedSecondsAgo = 0, lifetimeSeconds = LIFETIME_SECONDS }: SessionOrigin,
  ): Promise<OpenedSession | undefined> {
    const { cookie, digest } = mintSession();
    const [opened] = await runStatement<{ expiresAt: Date }>(tx, OPEN_SESSION, [
      digest,
      organizationId,
      memberId,
      openedBy,
      lifetimeSeconds,
      address ?? null,
      client?.slice(0, CLIENT_LENGTH) ?? null,
      provedSecondsAgo,
    ]);
    return opened && { cookie, expiresAt: opened.expiresAt };
  }

  /** Who is in the session of this cookie, if it is one and the person still is. */
  async find(tx: EntityManager, cookie: string): Promise<PersonInSession | undefined> {
    const digest = sessionDigest(cookie);
    if (!digest) return undefined;
    const [row] = await runStatement<FoundSession>(tx, FIND_SESSION, [digest]);
    if (!row) return undefined;
    const { sessionId, openedBy, provedSecondsAgo, stale, ...person } = row;
    if (stale) await runStatement(tx, TOUCH_SESSION, [digest]);
    return { ...person, session: { id: sessionId, openedBy, provedSecondsAgo } };
  }

  /**
   * The same session under another cookie, for somebody who has just proved who they are: whoever took the cookie before
   * has nothing of the proof.
   * @returns undefined when the session is over
   */
  async renew(tx: EntityManager, cookie: string): Promise<OpenedSession | undefined> {
    const minted = mintSession();
    const values = [sessionDigest(cookie) ?? null, minted.digest];
    const [renewed] = await runStatement<{ expiresAt: Date }>(tx, RENEW_SESSION, values);
    return renewed && { cookie: minted.cookie, expiresAt: renewed.expiresAt };
  }

  /** Ends the session of this cookie, if it is one. */
  async end(tx: EntityManager, cookie: string): Promise<void> {
    const digest = sessionDigest(cookie);
    if (digest) await runStatement(tx, END_SESSION, [digest]);
  }

  async endAll(tx: EntityManager, organizationId: string, memberId: string): Promise<void> {
    await runStatement(tx, END_SESSIONS, [organizationId, memberId]);
  }

  /** The open ones of one membership, the last used first. */
  list(tx: EntityManager, { organizationId, memberId }: Membership): Promise<ListedSession[]> {
    return runStatement<ListedSession & Record<string, unknown>>(tx, LIST_SESSIONS, [organizationId, memberId]);
  }

  /** Ends that session of the membership, and says which it was; nothing when it has none such. */
  async endOf(
    tx: EntityManager,
    { organizationId, memberId }: Membership,
    id: string,
  ): Promise<EndedSession | undefined> {
    const values = [organizationId, memberId, id];
    const [ended] = await runStatement<EndedSession & Record<string, unknown>>(tx, END_SESSION_OF_MEMBER, values);
    return ended;
  }

  /** Ends the sessions of an account, as far as whoever asks for it may. */
  endOfAccount(
    tx: EntityManager,
    userId: string,
    { organizationId, except, withPassword }: EndingOfSessions,
  ): Promise<EndedSessions[]> {
    const values = [userId, organizationId, except ?? null, withPassword];
    return runStatement<EndedSessions & Record<string, unknown>>(tx, END_SESSIONS_OF_ACCOUNT, values);
  }
}

type Membership = Pick<Person, 'organizationId' | 'memberId'>;

type FoundSession = Omit<PersonInSession, 'session'> &
  Omit<Session, 'id'> & { readonly sessionId: string; readonly stale: boolean } & Record<string, unknown>;

const CLIENT_LENGTH = 500;
