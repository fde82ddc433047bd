import type { ExamplePerson } from '../people.js';

/** Somebody whom the service knows by this id. */
export interface Provisioned {
  readonly id: string;
  readonly person: ExamplePerson;
}

/** How one kind of identity provider speaks SCIM: the same acts, by the requests that it really sends. */
export interface Dialect {
  /** What an administrator's *Test connection* does. */
  testConnection(): Promise<void>;
  /** Creates somebody, or brings back who was there before. @returns the service's id */
  assign(person: ExamplePerson): Promise<string>;
  deactivate(somebody: Provisioned): Promise<void>;
  /** Creates a group, or finds it, and puts people into it. @returns the service's id */
  push(group: string, people: readonly Provisioned[]): Promise<string>;
  join(groupId: string, somebody: Provisioned): Promise<void>;
  leave(groupId: string, somebody: Provisioned): Promise<void>;
}

export const SCHEMAS = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
} as const;

export const patchOf = (...operations: readonly object[]) => ({ schemas: [SCHEMAS.patch], Operations: operations });

/** The names of a person as a directory keeps them. */
export function namesOf({ name }: ExamplePerson): { readonly givenName: string; readonly familyName: string } {
  const [givenName = '', ...rest] = name.split(' ');
  return { givenName, familyName: rest.join(' ') };
}
