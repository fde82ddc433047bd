import type { ResourceQuery, ScimComplex, ScimResource, ScimScope, UserWrite } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { People } from '../../../examples/two-tables/people.js';

type Scope = ScimScope<EntityManager>;

/** A caller of the organization whose the User with that id is. */
async function strangerTo({ caller, tx }: Scope, id: string): Promise<Scope> {
  const [row] = await tx.query<{ organization_id: string }[]>('SELECT * FROM people WHERE id::text = $1', [id]);
  return { tx, caller: { ...caller, organizationId: row?.organization_id ?? caller.organizationId } };
}

const hasLeft = ({ kind }: UserWrite) => kind === 'deactivated' || kind === 'removed';

/** The example's directory, each with one defect, under the promise that it breaks. */
export const BROKEN_PEOPLE: Readonly<
  Record<string, new (...dependencies: ConstructorParameters<typeof People>) => People>
> = {
  'create: records one audit entry': class extends People {
    protected override wrote(scope: Scope, write: UserWrite): Promise<void> {
      return write.kind === 'created' ? Promise.resolve() : super.wrote(scope, write);
    }
  },
  'create: belongs to the transaction that it is given, with its audit entry': class extends People {
    protected override wrote(scope: Scope, write: UserWrite): Promise<void> {
      const { manager } = scope.tx.dataSource;
      return super.wrote(write.kind === 'created' ? { ...scope, tx: manager } : scope, write);
    }
  },
  'create: of those of one caller in the same turn the first succeeds': class extends People {
    private turn: (() => void)[] = [];

    override create(scope: Scope, attributes: ScimComplex): Promise<ScimResource> {
      queueMicrotask(() => this.turn.splice(0).forEach((begin) => begin()));
      return new Promise((resolve) => this.turn.unshift(() => resolve(super.create(scope, attributes))));
    }
  },
  'find: whoever is of another organization does not exist': class extends People {
    override find = async (scope: Scope, id: string) =>
      id.includes('\u0000') ? undefined : super.find(await strangerTo(scope, id), id);
  },
  'lock: no other transaction changes the User until this one ends': class extends People {
    override lock = (scope: Scope, id: string) => super.find(scope, id);
  },
  'query: count 0 asks for the total alone': class extends People {
    override async query(scope: Scope, query: ResourceQuery) {
      const page = await super.query(scope, query);
      return query.count === 0 ? { ...page, total: 0 } : page;
    }
  },
  'query: a page begins behind a place, also when who stood there is gone': class extends People {
    override query = (scope: Scope, { after: _, ...query }: ResourceQuery) => super.query(scope, query);
  },
  'query: a page costs as many statements as any other, and none more behind a place': class extends People {
    override async query(scope: Scope, query: ResourceQuery) {
      const page = await super.query(scope, query);
      for (const { id } of page.resources) await this.find(scope, id);
      return page;
    }
  },
  'replace: returns the User as it is now, at a new revision': class extends People {
    override async replace(scope: Scope, current: ScimResource, attributes: ScimComplex) {
      return (await super.replace(scope, current, attributes)) && current;
    }
  },
  'adoption: is refused with 403 when it is off, and nothing changes': class extends People {
    override replace = ({ caller, tx }: Scope, current: ScimResource, attributes: ScimComplex) =>
      super.replace({ tx, caller: { ...caller, adopts: true } }, current, attributes);
  },
  'deactivation: concerns nobody else': class extends People {
    protected override async wrote(scope: Scope, write: UserWrite): Promise<void> {
      await super.wrote(scope, write);
      const everybody = 'UPDATE people SET session = NULL WHERE organization_id = $1';
      if (hasLeft(write)) await scope.tx.query(everybody, [scope.caller.organizationId]);
    }
  },
  'remove: ends all access': class extends People {
    protected override async wrote(scope: Scope, write: UserWrite): Promise<void> {
      await super.wrote(scope, write);
      const back = 'UPDATE people SET session = id WHERE organization_id = $1 AND id = $2';
      if (write.kind === 'removed') await scope.tx.query(back, [scope.caller.organizationId, write.user.id]);
    }
  },
};
