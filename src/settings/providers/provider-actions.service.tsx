import { Injectable, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../audit/actor.js';
import { Transactions } from '../../database/transactions.js';
import { ConfigurationCheck } from '../../identity-providers/configuration-check.service.js';
import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import { ProviderNotFound } from '../../identity-providers/identity-provider-errors.js';
import { IdentityProvidersService } from '../../identity-providers/identity-providers.service.js';
import { SingleSignOn } from '../../identity-providers/single-sign-on.service.js';
import type { Person } from '../../members/person.js';
import { toViewer } from '../../web/layout/viewer.js';
import type { Screen } from '../../web/page/html.interceptor.js';
import { Refused } from '../../web/page/refused.js';
import { SeeOther } from '../../web/page/see-other.js';
import { PROVIDERS_PATH } from '../../web/sso/sso-paths.js';
import { findProviderAlert, type ProviderAlert } from './provider-alert.js';
import { findFlaw, type ProviderActForm, type ProviderChangeForm, type ProviderForm, toWish } from './provider-form.js';
import type { Done } from './provider-page.js';
import { ProviderView } from './provider-view.js';
import { ProvidersScreenService } from './providers-screen.service.js';

/** Who asks, about which provider. */
export interface ProviderPlace {
  readonly person: Person;
  readonly actor: Actor;
  readonly id: string;
}

/** What the forms of the providers do. */
@Injectable()
export class ProviderActions {
  constructor(
    private readonly transactions: Transactions,
    private readonly providers: IdentityProvidersService,
    private readonly checks: ConfigurationCheck,
    private readonly singleSignOn: SingleSignOn,
    private readonly screen: ProvidersScreenService,
  ) {}

  async create(person: Person, actor: Actor, form: ProviderForm): Promise<Screen> {
    return this.orRefuse(person, undefined, form, async () => {
      const id = await this.transactions.run((tx) =>
        this.providers.create(tx, person.organizationId, toWish(form), actor),
      );
      return seeProvider(id, 'saved');
    });
  }

  async change({ person, actor, id }: ProviderPlace, form: ProviderChangeForm): Promise<Screen> {
    const { revision } = form;
    return this.orRefuse(person, id, form, async () => {
      const seen = { organizationId: person.organizationId, id, revision };
      await this.transactions.run((tx) => this.providers.change(tx, seen, toWish(form), actor));
      return seeProvider(id, 'saved');
    });
  }

  /** Looks whether the provider can be signed in through, and moves a draft on when it can. */
  async validate({ person, actor, id }: ProviderPlace): Promise<Screen> {
    const provider = await this.screen.get(person, id);
    const checks = await this.checks.run(this.transactions.single, provider);
    const isGood = checks.every(({ outcome }) => outcome !== 'failed');
    return this.orRefuse(person, id, undefined, async () => {
      if (isGood) await this.transactions.run((tx) => this.providers.validated(tx, provider, actor));
      const page = { ...(await this.screen.readPage(person, id)), checks };
      return <ProviderView viewer={toViewer(person)} page={page} />;
    });
  }

  /** @param leave makes a page that leads to the provider */
  async test({ person, id }: ProviderPlace, browser: string, leave: (url: URL) => Screen): Promise<Screen> {
    const provider = await this.screen.get(person, id);
    return this.orRefuse(person, id, undefined, async () =>
      leave(await this.singleSignOn.beginTest(provider, browser, person.memberId)),
    );
  }

  activate(place: ProviderPlace, form: ProviderActForm): Promise<Screen> {
    return this.act(place, form, 'activated', (tx, seen) => this.providers.activate(tx, seen, place.actor));
  }

  deactivate(place: ProviderPlace, form: ProviderActForm): Promise<Screen> {
    return this.act(place, form, 'deactivated', (tx, seen) => this.providers.deactivate(tx, seen, place.actor));
  }

  remove(place: ProviderPlace, form: ProviderActForm): Promise<Screen> {
    if (form.confirmed !== 'yes') return this.refuse(place.person, place.id, undefined, 'unconfirmed');
    return this.act(place, form, 'removed', (tx, seen) => this.providers.remove(tx, seen, place.actor));
  }

  private async act(
    { person, id }: ProviderPlace,
    { revision }: ProviderActForm,
    done: Done,
    write: (tx: EntityManager, seen: Pick<IdentityProvider, 'organizationId' | 'id' | 'revision'>) => Promise<void>,
  ): Promise<Screen> {
    await this.screen.get(person, id);
    return this.orRefuse(person, id, undefined, async () => {
      const seen = { organizationId: person.organizationId, id, revision };
      await this.transactions.run((tx) => write(tx, seen));
      return done === 'removed' ? new SeeOther(`${PROVIDERS_PATH}?done=removed`) : seeProvider(id, done);
    });
  }

  /**
   * The page once more, with what was entered and the reason, when the rules refuse.
   * @throws NotFoundException when there is no such provider, or none any more
   */
  private async orRefuse(
    person: Person,
    id: string | undefined,
    form: ProviderForm | undefined,
    attempt: () => Promise<Screen>,
  ): Promise<Screen> {
    const flaw = form && findFlaw(form);
    if (flaw) return this.refuse(person, id, form, flaw);
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof ProviderNotFound) throw new NotFoundException();
      const alert = findProviderAlert(error);
      if (!alert) throw error;
      return this.refuse(person, id, form, alert);
    }
  }

  private async refuse(
    person: Person,
    id: string | undefined,
    form: ProviderForm | undefined,
    alert: ProviderAlert,
  ): Promise<Screen> {
    const page = { ...(await this.screen.readPage(person, id, form)), alert };
    return new Refused(422, <ProviderView viewer={toViewer(person)} page={page} />);
  }
}

const seeProvider = (id: string, done: Done) => new SeeOther(`${PROVIDERS_PATH}/${id}?done=${done}`);
