import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ScimError } from '../core/errors/scim-error.js';
import type { PagePlace } from '../core/query/page-place.js';
import type { Caller } from '../ports/scope.js';
import { CURSOR_LIFETIME_SECONDS } from '../scim.options.js';
import { CursorKeys } from './cursor-keys.service.js';
import { seal, unseal } from './seal.js';

/** What a cursor tells of the pages before. */
export interface Bookmark {
  readonly after: PagePlace;
  readonly total: number;
  /** How many resources each page has at most. */
  readonly count: number;
}

const FORM = /^([1-9]\d{0,8})\.([\w-]+)$/;

/**
 * Cursors of RFC 9865: all that they know they hold themselves, sealed, as it may be somebody's name and addresses get into
 * logs. One is good for the connection and the query that it was made for, for an hour, and gives no rights.
 */
@Injectable()
export class Cursors {
  constructor(private readonly keys: CursorKeys) {}

  /** For that query of the caller's connection, told as text. Has characters of RFC 3986 §2.3 only. */
  async make(caller: Caller, query: string, { after, total, count }: Bookmark): Promise<string> {
    const { id, key } = await this.keys.newest();
    const content: Content = [secondsNow() + CURSOR_LIFETIME_SECONDS, count, total, after.id, after.key];
    const sealed = seal(keyOf(key, caller), JSON.stringify(content), query);
    return `${id}.${sealed.toString('base64url')}`;
  }

  /** @throws ScimError 400 `invalidCursor`, `expiredCursor` */
  async read(caller: Caller, query: string, cursor: string): Promise<Bookmark> {
    const [, keyId = '', text = ''] = FORM.exec(cursor) ?? [];
    const bytes = Buffer.from(text, 'base64url');
    const isWhole = keyId !== '' && bytes.toString('base64url') === text;
    const key = isWhole ? await this.keys.find(Number(keyId)) : undefined;
    const content = key && unseal(keyOf(key.key, caller), bytes, query);
    if (content === undefined) throw ScimError.invalidCursor();
    const [expiresAt, count, total, id, sortKey] = JSON.parse(content) as Content;
    if (expiresAt <= secondsNow()) throw ScimError.expiredCursor(CURSOR_LIFETIME_SECONDS);
    return { after: { id, key: sortKey }, total, count };
  }
}

type Content = readonly [expiresAt: number, count: number, total: number, id: string, key: string | null];

/** One for each connection: what one of them holds says nothing about another's. */
const keyOf = (key: Buffer, { organizationId, connectionId }: Caller) =>
  createHmac('sha256', key).update(`${organizationId} ${connectionId}`).digest();

const secondsNow = () => Math.floor(Date.now() / 1000);
