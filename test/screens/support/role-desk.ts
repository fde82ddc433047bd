import type { Page } from 'playwright-core';
import { Transactions } from '../../../src/database/transactions.js';
import { ProjectsService } from '../../../src/projects/projects.service.js';
import type { FoundedOrganization } from '../../../src/setup/organization-founder.js';
import type { Look } from './browser.js';
import { Directory } from './directory.js';
import type { Account, Office } from './office.js';

let opened = 0;

/** An administrator of an organization of its own, at *Role mapping*. */
export class RoleDesk {
  readonly directory: Directory;

  private constructor(
    readonly office: Office,
    readonly organization: FoundedOrganization,
    readonly page: Page,
    readonly complaints: readonly string[],
  ) {
    this.directory = new Directory(organization.scim);
  }

  static async open(office: Office, look: Look = {}): Promise<RoleDesk> {
    const name = `Desk ${++opened}`;
    const organization = await office.running.found({ name, adminEmail: `root@desk-${opened}.test` });
    const { page, complaints } = await office.visitAs(organization.admin, look);
    return new RoleDesk(office, organization, page, complaints);
  }

  get path(): string {
    return `/settings/identity/provisioning/${this.organization.scim.connectionId}/role-mapping`;
  }

  show = () => this.page.goto(this.path);

  /** A directory that has a group with one person in it, of the same name but for the domain. */
  async pushGroupOf(group: string, ...people: string[]): Promise<string> {
    const assigned = people.map((person) => this.assign(person));
    return this.directory.push(group, await Promise.all(assigned));
  }

  assign = (person: string) =>
    this.directory.assign(person, `${person.toLowerCase()}@${this.organization.scim.connectionId}.test`);

  hire = (name: string, account: Account) => this.office.hire(name, account, this.organization.organizationId);

  addProject(name: string): Promise<{ readonly id: string }> {
    const { application } = this.office.running;
    const actor = { kind: 'operator', id: 'test', name: 'Test' } as const;
    return application
      .get(Transactions)
      .run((tx) =>
        application.get(ProjectsService, { strict: false }).create(tx, this.organization.organizationId, name, actor),
      );
  }

  press = (name: string) => this.page.getByRole('button', { name, exact: true }).click();

  choose = (label: string, option: string) => this.page.getByLabel(label, { exact: true }).selectOption(option);

  /** Maps a group that has no mapping. */
  async map(group: string, role: string): Promise<void> {
    await this.press(`Map ${group}`);
    await this.choose(`Role of ${group}`, role);
  }

  async preview(): Promise<void> {
    await this.press('Preview changes');
    await this.page.getByRole('heading', { name: 'Preview of role mapping' }).waitFor();
  }

  async apply(): Promise<void> {
    await this.press('Apply');
    await this.page.getByText('Applied.').waitFor();
  }

  /** What *Members* says of somebody's role. */
  async roleOf(person: string): Promise<string | null> {
    const page = await this.page.context().newPage();
    await page.goto(`/settings/members?search=${person}`);
    const role = await page.locator('tbody tr td').first().textContent();
    await page.close();
    return role;
  }

  /** The groups that decide roles in the organization, in order. */
  mapped = () => this.page.locator('ol > li > .mapping__group > strong').allTextContents();
}
