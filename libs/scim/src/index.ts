export { ScimModule } from './scim.module.js';
export type { ScimAsyncOptions, ScimSettings, ScimStructure } from './scim.options.js';
export { decodableUrl } from './http/decodable-url.js';
export { refuseUnreadable } from './http/refuse-unreadable.js';
export type { UnreadableRequest } from './http/refuse-unreadable.js';
export { isOutage } from './sql/outage.js';

export { UserDirectory } from './ports/user-directory.js';
export type { DirectoryUser, ResourcePage, ResourceQuery } from './ports/user-directory.js';
export { Transactions } from './ports/transactions.js';
export { AuditTrail } from './ports/audit-trail.js';
export type { AuditActor, ConnectionEvent } from './ports/audit-trail.js';
export { GroupMembershipListener } from './ports/group-membership-listener.js';
export type { GroupChange } from './ports/group-membership-listener.js';
export { USERS_VIEW } from './ports/users-view.js';
export { ActivityListener } from './ports/activity-listener.js';
export type { Caller, ScimScope } from './ports/scope.js';

export { TableUserDirectory } from './ready-made/table-user-directory.js';
export type { UserWrite } from './ready-made/table-user-directory.js';
export type { UserRecord } from './ready-made/to-user-record.js';
export { usersTableSql } from './ready-made/users-table-sql.js';
export { DataSourceTransactions } from './ready-made/data-source-transactions.js';
export { MeaninglessGroups } from './ready-made/meaningless-groups.js';

export { ScimError } from './core/errors/scim-error.js';
export type { ScimType } from './core/errors/scim-error.js';
export type { ScimComplex, ScimResource, ScimValue } from './core/resource/resource.js';
export type { Attribute, ResourceType, Schema } from './core/schema/attribute.js';

export { ConnectionsService } from './connections/connections.service.js';
export type { ConnectionChange, NewConnection } from './connections/connections.service.js';
export { UnknownConnection } from './connections/connection-errors.js';
export { TokensService, TOKEN_LIMITS } from './connections/tokens.service.js';
export type { IssuedToken, ListedToken, TokenWish } from './connections/tokens.service.js';
export { TokenLifeOutOfBounds, TokenLimitReached, UnknownToken } from './connections/token-errors.js';
export { Connection } from './connections/connection.entity.js';
export type { ConnectionState } from './connections/connection.entity.js';
export { Token } from './connections/token.entity.js';
export type { TokenAccess } from './connections/token.entity.js';
export { TOKEN_PATTERN } from './connections/token-format.js';
export type { TokenLife } from './connections/token-life.js';
export { readTokenOutlook } from './connections/token-outlook.js';
export type { TokenOutlook } from './connections/token-outlook.js';
export { OAuthClientsService, OAUTH_CLIENT_LIMITS } from './oauth/oauth-clients.service.js';
export type {
  CreatedOAuthClient,
  IssuedClientSecret,
  ListedOAuthClient,
  OAuthClientWish,
} from './oauth/oauth-clients.service.js';
export {
  OAuthClientLimitReached,
  OtherClientMethod,
  UnknownOAuthClient,
  UnusableKeys,
} from './oauth/oauth-client-errors.js';
export { OAuthClient } from './oauth/oauth-client.entity.js';
export { OAuthCredential } from './oauth/oauth-credential.entity.js';
export type { IdentifiedKey, PublicKey } from './oauth/read-public-keys.js';
export { CLIENT_SECRET_PATTERN } from './oauth/client-secret-format.js';
export { listRecentRequests } from './activity/recent-requests.js';
export type { RecentRequest } from './activity/recent-requests.js';
export { ActivityLog } from './activity/activity-log.service.js';
export { ActivityHistory } from './activity/activity-history.service.js';
export type { ActivityDay, ActivitySummary, Retriable } from './activity/activity-history.service.js';
export { ACTIVITY_OUTCOMES } from './activity/activity-record.js';
export type { ActivityOutcome, ActivityRecord } from './activity/activity-record.js';
export { activitySearchSql } from './activity/activity-search.js';
export type { ActivitySearch, ConnectionPlace } from './activity/activity-search.js';
export { ACTIVITY_KINDS } from './ports/activity-listener.js';
export type { ActivityEntry, ActivityKind } from './ports/activity-listener.js';
export type { Leniency } from './core/dialects/leniency.js';
export { Retries } from './provisioning/retries.service.js';
export type { RetryOutcome } from './provisioning/retries.service.js';
export { ConnectionNotActive, RequestNotKept, RequestOutdated, RetryError } from './provisioning/retry-errors.js';
export { SCIM_ENTITIES, SCIM_MIGRATIONS } from './scim.database.js';

export { ResourceTypes } from './resource-types.js';
export { ENTERPRISE_USER_SCHEMA } from './core/schema/enterprise-user-schema.js';
export { GROUP_SCHEMA } from './core/schema/group-schema.js';
export { userResourceType } from './core/schema/user-resource-type.js';
export { defineAttribute } from './core/schema/define-attribute.js';
export type { CheckedFilter } from './core/filter/filter.js';
export type { PagePlace } from './core/query/page-place.js';
export { foldText } from './core/filter/fold-text.js';
export { searchDocument } from './core/filter/search-document.js';
export { changedAttributes } from './core/resource/changed-attributes.js';
export { filterToSql } from './sql/filter-to-sql.js';
export { Gathered } from './sql/gathered.js';
export { runQuery } from './sql/run-query.js';
export { keysetOf } from './sql/keyset.js';
export type { Keyset } from './sql/keyset.js';
export { userGroupsRelation, userGroupsSql } from './groups/user-groups.js';
export type { UserSql } from './groups/user-groups.js';
export type { Column, Columns, Relation } from './sql/columns.js';
