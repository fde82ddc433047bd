import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { Person } from '../members/person.js';
import { mintSession, sessionDigest } from './session-cookie.js';
import type { PersonInSession, Session } from './session.js';
import {
  END_SESSION,
  END_SESSIONS,
  FIND_SESSION,
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
    { organizationId, memberId }: { readonly organizationId: string; readonly memberId: string },
    { openedBy, address, client }: SessionOrigin,
  ): Promise<OpenedSession | undefined> {
    const { cookie, digest } = mintSession();
    const [opened] = await runStatement<{ expiresAt: Date }>(tx, OPEN_SESSION, [
      digest,
      organizationId,
      memberId,
      openedBy,
      LIFETIME_SECONDS,
      address ?? null,
      client?.slice(0, CLIENT_LENGTH) ?? null,
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
}

type FoundSession = Person &
  Omit<Session, 'id'> & { readonly sessionId: string; readonly stale: boolean } & Record<string, unknown>;

const CLIENT_LENGTH = 500;
