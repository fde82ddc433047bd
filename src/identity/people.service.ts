import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { Transactions } from '../database/transactions.js';
import type { Person } from '../members/person.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { apiKeyOf, sessionCookieOf } from './request-credentials.js';

/** A person, and by what we know. */
export interface IdentifiedPerson extends Person {
  readonly via: 'session' | 'api-key';
}

/** Finds out who sent a request. Asks the database every time: access that was cut is cut on the next request. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsService,
    private readonly apiKeys: ApiKeysService,
  ) {}

  /** Who has the session of this request's cookie; an API key opens no screens. */
  async findBySession(headers: IncomingHttpHeaders): Promise<IdentifiedPerson | undefined> {
    const cookie = sessionCookieOf(headers);
    const person = cookie === undefined ? undefined : await this.sessions.find(this.transactions.single, cookie);
    return person && { ...person, via: 'session' };
  }

  /** Whose API key the request carries, or else whose session. */
  async find(headers: IncomingHttpHeaders): Promise<IdentifiedPerson | undefined> {
    const apiKey = apiKeyOf(headers);
    if (apiKey === undefined) return this.findBySession(headers);
    const person = await this.apiKeys.find(this.transactions.single, apiKey);
    return person && { ...person, via: 'api-key' };
  }
}
