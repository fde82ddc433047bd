import { type Adapter, ADAPTERS, type RunningApplication } from '../../support/running-application.js';
import { shareApplication } from '../../support/share-application.js';
import { Organization } from './organization.js';

/** The application that the tests of `onEachAdapter` run against. */
export class Road {
  private running?: RunningApplication;

  get app(): RunningApplication {
    if (!this.running) throw new Error('The application runs in hooks and tests only.');
    return this.running;
  }

  async open(adapter: Adapter, variables: Readonly<Record<string, string>>): Promise<void> {
    this.running = await shareApplication(adapter, variables);
  }

  /** A new organization whose directory is empty. `adopts: false` forbids its connection to take over members. */
  async anOrganization({ seats, adopts = true }: { seats?: number; adopts?: boolean } = {}): Promise<Organization> {
    const organization = new Organization(this.app, await this.app.found(seats === undefined ? {} : { seats }));
    if (!adopts) await organization.setConnection('adopts = false');
    return organization;
  }
}

/** Declares the tests once for Fastify and once for Express. `variables` are set as they would be in the environment. */
export function onEachAdapter(tests: (road: Road) => void, variables: Readonly<Record<string, string>> = {}): void {
  describe.each(ADAPTERS)('on %s', (adapter) => {
    const road = new Road();
    beforeAll(() => road.open(adapter, variables));
    tests(road);
  });
}
