import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Exchange } from '../activity/exchange.js';
import { changedAttributes } from '../core/resource/changed-attributes.js';
import { readResource } from '../core/resource/read-resource.js';
import { replaceResource } from '../core/resource/replace-resource.js';
import type { ScimResource } from '../core/resource/resource.js';
import { ScimError } from '../core/errors/scim-error.js';
import { Transactions } from '../ports/transactions.js';
import { UserDirectory } from '../ports/user-directory.js';
import { ResourceTypes } from '../resource-types.js';

/** Somebody to be created who refers to others that are created with him. */
export interface Newcomer {
  readonly exchange: Exchange;
  /** The body without what refers to them. */
  readonly alone: unknown;
  /** The whole body, once they have ids; in their order. */
  readonly joined: (ids: readonly string[]) => unknown;
}

/** Why none of them was created. */
export class OneRefused extends Error {
  constructor(
    readonly place: number,
    cause: unknown,
  ) {
    super(`The newcomer in place ${place} was refused.`, { cause });
    this.name = 'OneRefused';
  }
}

/** Users that refer to each other, so that no order of creating them would do (RFC 7644 §3.7.1). */
@Injectable()
export class UserCircles {
  constructor(
    private readonly users: UserDirectory<EntityManager>,
    private readonly transactions: Transactions<EntityManager>,
    private readonly types: ResourceTypes,
  ) {}

  /**
   * Creates all of them, or none: each without what refers to the others first, then with it.
   * @throws OneRefused with what creating or replacing the one alone would have thrown
   */
  async create(newcomers: readonly Newcomer[]): Promise<readonly ScimResource[]> {
    let place = 0;
    const inTurn = async <Result>(work: (newcomer: Newcomer, place: number) => Promise<Result>) => {
      const results: Result[] = [];
      for (const [index, newcomer] of newcomers.entries()) results.push(await work(newcomer, (place = index)));
      return results;
    };
    try {
      return await this.transactions.run(async (tx) => {
        const created = await inTurn((newcomer) => this.createAlone(tx, newcomer));
        const ids = created.map(({ id }) => id);
        return inTurn((newcomer, index) => this.join(tx, newcomer, created[index], ids));
      });
    } catch (error) {
      throw new OneRefused(place, error);
    }
  }

  private async createAlone(tx: EntityManager, { exchange, alone }: Newcomer): Promise<ScimResource> {
    const attributes = readResource(alone, this.types.user, exchange.note);
    return this.users.create({ caller: exchange.caller, tx }, attributes);
  }

  private async join(
    tx: EntityManager,
    { exchange, joined }: Newcomer,
    created: ScimResource | undefined,
    ids: readonly string[],
  ): Promise<ScimResource> {
    if (!created) throw ScimError.notFound();
    const attributes = replaceResource(created.attributes, joined(ids), this.types.user, exchange.note);
    const user =
      attributes === created.attributes
        ? created
        : await this.users.replace({ caller: exchange.caller, tx }, created, attributes);
    if (!user) throw ScimError.notFound();
    exchange.resourceId = user.id;
    exchange.changed = changedAttributes({}, user.attributes);
    return user;
  }
}
