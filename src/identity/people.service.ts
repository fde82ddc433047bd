import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { Transactions } from '../database/transactions.js';
import type { Person } from '../members/person.js';
import type { PersonInSession } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { apiKeyOf } from './request-credentials.js';
import { SessionCookies } from './session-cookies.service.js';

/** A person, and by what we know. */
export type IdentifiedPerson = (PersonInSession & { readonly via: 'session' }) | (Person & { readonly via: 'api-key' });

/** Finds out who sent a request. Asks the database every time: access that was cut is cut on the next request. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsService,
    private readonly apiKeys: ApiKeysService,
    private readonly cookies: SessionCookies,
  ) {}

  /** Who has the session of this request's cookie; an API key opens no screens. */
  async findBySession(headers: IncomingHttpHeaders): Promise<PersonInSession | undefined> {
    const cookie = this.cookies.read(headers);
    return cookie === undefined ? undefined : this.sessions.find(this.transactions.single, cookie);
  }

  /** Whose API key the request carries, or else whose session. */
  async find(headers: IncomingHttpHeaders): Promise<IdentifiedPerson | undefined> {
    const apiKey = apiKeyOf(headers);
    if (apiKey === undefined) {
      const holder = await this.findBySession(headers);
      return holder && { ...holder, via: 'session' };
    }
    const person = await this.apiKeys.find(this.transactions.single, apiKey);
    return person && { ...person, via: 'api-key' };
  }
}
