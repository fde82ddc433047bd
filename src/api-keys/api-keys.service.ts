import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import type { Person } from '../members/person.js';
import { ApiKeyNotFound, ApiKeyOwnerInactive } from './api-key-errors.js';
import { isApiKeyId, isApiKeyOf, mintApiKey, readApiKeyId } from './api-key-format.js';
import { FIND_API_KEY, INSERT_API_KEY, REVOKE_API_KEY, ROTATE_API_KEY, TOUCH_API_KEY } from './api-keys.statements.js';
import { type ApiKeySearch, showApiKeys } from './show-api-keys.js';

export interface ApiKey {
  readonly id: string;
  /** The owner. */
  readonly memberId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface CreatedApiKey extends ApiKey {
  /** The only time that it is seen. */
  readonly value: string;
}

/** A key with what people want to see of it. */
export interface ShownApiKey extends ApiKey {
  /** The owner's name. */
  readonly owner: string;
  /** Neither revoked nor expired. */
  readonly works: boolean;
}

/** A page of keys. */
export interface ShownApiKeys {
  readonly keys: readonly ShownApiKey[];
  /** Behind which key the next page goes on; absent on the last one. */
  readonly next?: string;
}

type Owner = Pick<Person, 'organizationId' | 'memberId'>;
type Row = ApiKey & Record<string, unknown>;

/** Keys by which programs act for a member. They end with the member's access, on every process at once. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly audit: AuditService) {}

  /**
   * @param expiresInDays for ever when absent
   * @throws ApiKeyOwnerInactive
   */
  async create(
    tx: EntityManager,
    { organizationId, memberId }: Owner,
    { name, expiresInDays }: { readonly name: string; readonly expiresInDays?: number },
    actor: Actor,
  ): Promise<CreatedApiKey> {
    const { id, value, digest } = mintApiKey();
    const values = [id, organizationId, memberId, name, digest, expiresInDays ?? null];
    const [key] = await runStatement<Row>(tx, INSERT_API_KEY, values);
    if (!key) throw new ApiKeyOwnerInactive();
    await this.record(tx, 'api_key.created', organizationId, key, actor);
    return { ...key, value };
  }

  /** Whom a key stands for, if it is one that still works. */
  async find(tx: EntityManager, value: string): Promise<Person | undefined> {
    const id = readApiKeyId(value);
    if (id === undefined) return undefined;
    const [row] = await runStatement<Person & { digest: Buffer; stale: boolean }>(tx, FIND_API_KEY, [id]);
    if (!row) return undefined;
    const { digest, stale, ...person } = row;
    if (!isApiKeyOf(value, digest)) return undefined;
    if (stale) await runStatement(tx, TOUCH_API_KEY, [id]);
    return person;
  }

  /** A page of keys: those that nobody revoked first, then the newest. */
  async list(tx: EntityManager, organizationId: string, search: ApiKeySearch): Promise<ShownApiKeys> {
    const found = await showApiKeys<ShownApiKey>(tx, organizationId, { ...search, limit: search.limit + 1 });
    const keys = found.slice(0, search.limit);
    const next = found.length > search.limit ? keys.at(-1)?.id : undefined;
    return { keys, ...(next === undefined ? {} : { next }) };
  }

  /**
   * Another value for the same key; the one before is worth nothing from then on. For its owner alone: whoever else had the
   * value would act in the owner's name.
   * @throws ApiKeyNotFound also when the key works no more
   */
  async rotate(
    tx: EntityManager,
    { organizationId, memberId }: Owner,
    id: string,
    actor: Actor,
  ): Promise<CreatedApiKey> {
    if (!isApiKeyId(id)) throw new ApiKeyNotFound();
    const { value, digest } = mintApiKey(id);
    const [key] = await runStatement<Row>(tx, ROTATE_API_KEY, [organizationId, id, memberId, digest]);
    if (!key) throw new ApiKeyNotFound();
    await this.record(tx, 'api_key.rotated', organizationId, key, actor);
    return { ...key, value };
  }

  /**
   * Ends a key at once.
   * @param memberId whose key it has to be; anybody's when absent
   * @throws ApiKeyNotFound
   */
  async revoke(
    tx: EntityManager,
    {
      organizationId,
      id,
      memberId,
    }: { readonly organizationId: string; readonly id: string; readonly memberId?: string },
    actor: Actor,
  ): Promise<ApiKey> {
    const values = [organizationId, id, memberId ?? null];
    const [key] = isApiKeyId(id) ? await runStatement<Row>(tx, REVOKE_API_KEY, values) : [];
    if (!key) throw new ApiKeyNotFound();
    await this.record(tx, 'api_key.revoked', organizationId, key, actor);
    return key;
  }

  private record(tx: EntityManager, action: string, organizationId: string, key: ApiKey, actor: Actor) {
    const subject = { kind: 'api_key', id: key.id, name: key.name };
    return this.audit.record(tx, { organizationId, actor, action, subject, details: { owner: key.memberId } });
  }
}
