import type { Projection } from '../core/resource/projection.js';
import type { ScimResource } from '../core/resource/resource.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { ResourcePage, ResourceQuery } from '../ports/user-directory.js';

/** What a controller found out, before it is put into the words of the wire. */
export type Answer =
  | {
      readonly kind: 'resource';
      readonly type: ResourceType;
      readonly resource: ScimResource;
      readonly projection?: Projection;
    }
  | {
      readonly kind: 'page';
      readonly type: ResourceType;
      readonly page: ResourcePage;
      readonly query: ResourceQuery;
      readonly projection?: Projection;
    }
  | { readonly kind: 'document'; readonly represent: (baseUrl: string) => Readonly<Record<string, unknown>> }
  | { readonly kind: 'nothing' };

export const NOTHING: Answer = { kind: 'nothing' };
