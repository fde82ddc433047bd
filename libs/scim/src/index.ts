export { ScimModule } from './scim.module.js';
export type { ScimAsyncOptions, ScimSettings, ScimStructure } from './scim.options.js';
export { decodableUrl } from './http/decodable-url.js';
export { isOutage } from './http/outage.js';

export { UserDirectory } from './ports/user-directory.js';
export type { DirectoryUser, ResourcePage, ResourceQuery } from './ports/user-directory.js';
export { Transactions } from './ports/transactions.js';
export { AuditTrail } from './ports/audit-trail.js';
export type { AuditActor, ConnectionEvent } from './ports/audit-trail.js';
export { ActivityListener } from './ports/activity-listener.js';
export type { Caller, ScimScope } from './ports/scope.js';

export { ScimError } from './core/errors/scim-error.js';
export type { ScimType } from './core/errors/scim-error.js';
export type { ScimComplex, ScimResource, ScimValue } from './core/resource/resource.js';
export type { Attribute, ResourceType, Schema } from './core/schema/attribute.js';

export { ConnectionsService } from './connections/connections.service.js';
export type { ConnectionChange, NewConnection } from './connections/connections.service.js';
export { UnknownConnection } from './connections/connection-errors.js';
export { TokensService, TOKEN_LIMITS } from './connections/tokens.service.js';
export type { IssuedToken, TokenWish } from './connections/tokens.service.js';
export { TokenLimitReached, UnknownToken } from './connections/token-errors.js';
export { Connection } from './connections/connection.entity.js';
export type { ConnectionState } from './connections/connection.entity.js';
export { Token } from './connections/token.entity.js';
export type { TokenAccess } from './connections/token.entity.js';
export { ActivityLog } from './activity/activity-log.service.js';
export type { ActivityEntry } from './ports/activity-listener.js';
export { SCIM_ENTITIES, SCIM_MIGRATIONS } from './scim.database.js';

export { ResourceTypes } from './resource-types.js';
export { ENTERPRISE_USER_SCHEMA } from './core/schema/enterprise-user-schema.js';
export { userResourceType } from './core/schema/user-resource-type.js';
export { defineAttribute } from './core/schema/define-attribute.js';
export type { CheckedFilter } from './core/filter/filter.js';
export { searchDocument } from './core/filter/search-document.js';
export { changedAttributes } from './core/resource/changed-attributes.js';
export { filterToSql } from './sql/filter-to-sql.js';
export { sortToSql } from './sql/sort-to-sql.js';
export type { Column, Columns } from './sql/columns.js';
