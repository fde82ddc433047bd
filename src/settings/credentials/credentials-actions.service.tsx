import { Injectable } from '@nestjs/common';
import type { CreatedOAuthClient, IssuedClientSecret, IssuedToken } from '@ruleforge/scim';
import { ConnectionClientsService } from '../../connections/connection-clients.service.js';
import { ConnectionTokensService } from '../../connections/connection-tokens.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { SeeOther } from '../../web/page/see-other.js';
import type { Asking } from '../connection/asking.js';
import { Alerted, type ConnectionAlert, orAlert } from '../connection/connection-alert.js';
import { toCredentialsPath } from '../provisioning/provisioning-path.js';
import type { ClientForm, RotationForm, TokenForm } from './credentials-forms.js';
import type { Issued } from './credentials-page.js';
import { CredentialsScreenService } from './credentials-screen.service.js';
import { CredentialsView } from './credentials-view.js';
import { readKeySet } from './read-key-set.js';

/** What each button of *Credentials* leads to. What is secret is in the answer, and nowhere else. */
@Injectable()
export class CredentialsActions {
  constructor(
    private readonly transactions: Transactions,
    private readonly screen: CredentialsScreenService,
    private readonly tokens: ConnectionTokensService,
    private readonly clients: ConnectionClientsService,
  ) {}

  issueToken(asking: Asking, { label, days, readOnly, seen }: TokenForm): Promise<Screen> {
    if (label === '') return this.refuse(asking, 'unnamed');
    const wish = { label, expiresInDays: days, access: readOnly ? 'read' : 'write', seen } as const;
    const issuing = this.transactions.run((tx) => this.tokens.issue(tx, asking.place, wish, asking.actor));
    return this.reveal(asking, issuing, toIssuedToken);
  }

  rotateToken(asking: Asking, id: string, { overlapHours }: RotationForm): Promise<Screen> {
    const wish = { id, overlapHours };
    const issuing = this.transactions.run((tx) => this.tokens.rotate(tx, asking.place, wish, asking.actor));
    return this.reveal(asking, issuing, toIssuedToken);
  }

  revokeToken(asking: Asking, id: string): Promise<Screen> {
    const revoking = this.transactions.run((tx) => this.tokens.revoke(tx, asking.place, id, asking.actor));
    return this.conclude(asking, revoking, 'revoked');
  }

  createClient(asking: Asking, { label, days, readOnly, seen, keys: text }: ClientForm): Promise<Screen> {
    if (label === '') return this.refuse(asking, 'unnamed');
    const keys = readKeySet(text);
    if (keys instanceof Alerted) return this.refuse(asking, keys.alert);
    const wish = { name: label, expiresInDays: days, access: readOnly ? 'read' : 'write', seen, keys } as const;
    const creating = this.transactions.run((tx) => this.clients.create(tx, asking.place, wish, asking.actor));
    if (keys !== undefined) return this.conclude(asking, creating, 'created');
    return this.reveal(asking, creating, (created) => toIssuedSecret(label, created.id, created));
  }

  async rotateSecret(asking: Asking, id: string, { overlapHours, seen }: RotationForm): Promise<Screen> {
    const { clients } = await this.screen.read(asking.place);
    const label = clients.find((client) => client.id === id)?.name ?? '';
    const wish = { id, seen, overlapHours };
    const issuing = this.transactions.run((tx) => this.clients.rotateSecret(tx, asking.place, wish, asking.actor));
    return this.reveal(asking, issuing, (issued) => toIssuedSecret(label, id, issued));
  }

  setKeys(asking: Asking, id: string, text: string): Promise<Screen> {
    const keys = readKeySet(text);
    if (keys instanceof Alerted || keys === undefined) return this.refuse(asking, 'keys');
    const setting = this.transactions.run((tx) => this.clients.setKeys(tx, asking.place, { id, keys }, asking.actor));
    return this.conclude(asking, setting, 'keys');
  }

  revokeClient(asking: Asking, id: string): Promise<Screen> {
    const revoking = this.transactions.run((tx) => this.clients.revoke(tx, asking.place, id, asking.actor));
    return this.conclude(asking, revoking, 'revoked');
  }

  private async reveal<Result>(
    asking: Asking,
    issuing: Promise<Result>,
    toIssued: (result: Result) => Issued,
  ): Promise<Screen> {
    const result = await orAlert(issuing);
    if (result instanceof Alerted) return this.refuse(asking, result.alert);
    const page = await this.screen.read(asking.place, toIssued(result));
    return <CredentialsView viewer={asking.viewer} page={page} />;
  }

  private async conclude(asking: Asking, acting: Promise<unknown>, done: string): Promise<Screen> {
    const result = await orAlert(acting);
    if (result instanceof Alerted) return this.refuse(asking, result.alert);
    return new SeeOther(`${toCredentialsPath(asking.place.connectionId)}?done=${done}`);
  }

  private async refuse({ viewer, place }: Asking, alert: ConnectionAlert): Promise<Screen> {
    const page = await this.screen.read(place);
    return new Refused(422, <CredentialsView viewer={viewer} page={page} alert={alert} />);
  }
}

const toIssuedToken = ({ label, token }: IssuedToken): Issued => ({ kind: 'token', label, token });

const toIssuedSecret = (
  label: string,
  clientId: string,
  { secret = '' }: Partial<Pick<IssuedClientSecret | CreatedOAuthClient, 'secret'>>,
): Issued => ({ kind: 'secret', label, clientId, secret });
