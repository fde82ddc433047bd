import { domainToUnicode } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { IdentityProvider } from './identity-provider.js';
import { LIST_UNMATCHABLE } from './sign-in-check.statements.js';

/** Why an externalId is of no use: there is none, nobody compares it, it is no such claim, or others' were not. */
export type UnmatchableReason = 'noExternalId' | 'notCompared' | 'externalIdForm' | 'otherExternalId';

/** A member who would be refused at sign-in, though they are provisioned and active. */
export interface Unmatchable {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly reason: UnmatchableReason;
  /** Whether they have an address at all; it is of a domain that is not allowed then. */
  readonly hasAddress: boolean;
}

/** Finds, before they fail, members whom `MemberMatching` cannot find by what the provider will assert. */
@Injectable()
export class SignInCheck {
  /** The first so many of those whom the connection manages. */
  list(
    tx: EntityManager,
    { organizationId, id, connectionId, matchClaim, domains }: IdentityProvider,
    connection: string,
    limit: number,
  ): Promise<Unmatchable[]> {
    const inTerms = [...new Set(domains.flatMap((domain) => [domain, domainToUnicode(domain)]))];
    const isCompared = connectionId === connection;
    const values = [organizationId, connection, id, isCompared, matchClaim, inTerms, limit];
    return runStatement<Unmatchable & Record<string, unknown>>(tx, LIST_UNMATCHABLE, values);
  }
}
