import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { StartError } from '../config/start-error.js';
import { Transactions } from '../database/transactions.js';
import { Organization } from '../organizations/organization.entity.js';
import { type FoundedOrganization, OrganizationFounder } from './organization-founder.js';

/** Makes an empty database usable, once, also when several processes start on it together. */
@Injectable()
export class FirstRun {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly founder: OrganizationFounder,
  ) {}

  /**
   * Founds the first organization, and writes its secrets to the file that the settings name.
   * @returns nothing when the database has an organization already
   * @throws StartError when the file cannot be written; then nothing was founded
   */
  prepare(): Promise<FoundedOrganization | undefined> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [FIRST_RUN_LOCK]);
      if (await tx.exists(Organization)) return undefined;
      const founded = await this.founder.found(tx, FIRST, { kind: 'system', id: 'first-run', name: 'First run' });
      if (this.settings.firstRunFile) writeSecrets(this.settings.firstRunFile, founded);
      return founded;
    });
  }
}

const FIRST_RUN_LOCK = 7_346_003_721;

const FIRST = { name: 'My organization', adminEmail: 'admin@ruleforge.local' };

/** Whoever waits for the file finds it whole, and nobody else can ever read it. */
function writeSecrets(path: string, founded: FoundedOrganization): void {
  const draft = `${path}.${process.pid}`;
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify(founded, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch (cause) {
    throw new StartError(`RULEFORGE_FIRST_RUN_FILE cannot be written: ${(cause as Error).message}.`, { cause });
  }
}
