import { Injectable } from '@nestjs/common';
import { ApiKeyNotFound } from '../../api-keys/api-key-errors.js';
import { ApiKeysService } from '../../api-keys/api-keys.service.js';
import type { Actor } from '../../audit/actor.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { can } from '../../members/roles.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { SeeOther } from '../../web/page/see-other.js';
import type { ApiKeyForm } from './api-key-form.js';
import { ApiKeyValueView } from './api-key-value-view.js';
import { API_KEYS_PATH } from './api-keys-path.js';
import { ApiKeysScreenService } from './api-keys-screen.service.js';
import { ApiKeysView } from './api-keys-view.js';
import { NewApiKeyView } from './new-api-key-view.js';

/** What the forms of *API keys* lead to. */
@Injectable()
export class ApiKeysActions {
  constructor(
    private readonly transactions: Transactions,
    private readonly apiKeys: ApiKeysService,
    private readonly screen: ApiKeysScreenService,
  ) {}

  /** The page with the value is the only one that ever shows it. */
  async create(person: Person, { name, life }: ApiKeyForm, actor: Actor): Promise<Screen> {
    const viewer = toViewer(person);
    if (name === '') return new Refused(422, <NewApiKeyView viewer={viewer} life={life} nameless />);
    const wish = life === 'never' ? { name } : { name, expiresInDays: Number(life) };
    const key = await this.transactions.run((tx) => this.apiKeys.create(tx, person, wish, actor));
    return <ApiKeyValueView viewer={viewer} apiKey={key} act="created" />;
  }

  async rotate(person: Person, id: string, actor: Actor): Promise<Screen> {
    try {
      const key = await this.transactions.run((tx) => this.apiKeys.rotate(tx, person, id, actor));
      return <ApiKeyValueView viewer={toViewer(person)} apiKey={key} act="rotated" />;
    } catch (error) {
      return this.refuse(person, error);
    }
  }

  async revoke(person: Person, id: string, actor: Actor): Promise<Screen> {
    const { organizationId, memberId, role } = person;
    const key = { organizationId, id, ...(can(role, 'member:manage') ? {} : { memberId }) };
    try {
      await this.transactions.run((tx) => this.apiKeys.revoke(tx, key, actor));
    } catch (error) {
      return this.refuse(person, error);
    }
    return new SeeOther(`${API_KEYS_PATH}?done=revoked`);
  }

  private async refuse(person: Person, error: unknown): Promise<Screen> {
    if (!(error instanceof ApiKeyNotFound)) throw error;
    const page = await this.screen.read(person);
    return new Refused(422, <ApiKeysView viewer={toViewer(person)} page={page} alert="gone" />);
  }
}
