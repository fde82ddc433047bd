import type { ResourceType } from './core/schema/attribute.js';
import { GROUP_RESOURCE_TYPE } from './core/schema/group-resource-type.js';

/** The resource types that this mounting of the module serves, and the schemas they are made of. */
export class ResourceTypes {
  readonly group = GROUP_RESOURCE_TYPE;
  readonly all: readonly ResourceType[];

  constructor(readonly user: ResourceType) {
    this.all = [user, this.group];
  }

  get schemas() {
    const every = this.all.flatMap((type) => [type.schema, ...type.extensions.map(({ schema }) => schema)]);
    return [...new Map(every.map((schema) => [schema.id, schema])).values()];
  }
}
