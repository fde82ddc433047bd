import { Injectable } from '@nestjs/common';
import { type ScimComplex, type ScimScope, TableUserDirectory, type UserWrite } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { writeEntry } from './audit.js';

/** The people of this product are the rows of `people`; `session` is the key of who is signed in. */
@Injectable()
export class People extends TableUserDirectory {
  protected readonly table = 'people';

  protected override ownColumnsOf({ displayName, userName }: ScimComplex) {
    return { full_name: displayName ?? userName };
  }

  protected async wrote({ caller, tx }: ScimScope<EntityManager>, { kind, user, changed }: UserWrite): Promise<void> {
    if (kind === 'deactivated' || kind === 'removed') {
      const key = [caller.organizationId, user.id];
      await tx.query('UPDATE people SET session = NULL WHERE organization_id = $1 AND id = $2', key);
    }
    const { connectionName: by, requestId } = caller;
    await writeEntry(tx, caller.organizationId, { action: `person.${kind}`, id: user.id, changed, by, requestId });
  }
}
