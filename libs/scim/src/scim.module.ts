import { type DynamicModule, Inject, Module, type NestModule, type Provider } from '@nestjs/common';
import { HttpAdapterHost, RouterModule } from '@nestjs/core';
import { ActivityLog } from './activity/activity-log.service.js';
import { ConnectionModes } from './connections/connection-modes.service.js';
import { ConnectionsService } from './connections/connections.service.js';
import { TokenChecks } from './connections/token-checks.service.js';
import { TokensService } from './connections/tokens.service.js';
import { ENTERPRISE_USER_SCHEMA } from './core/schema/enterprise-user-schema.js';
import { userResourceType } from './core/schema/user-resource-type.js';
import { CursorKeys } from './cursors/cursor-keys.service.js';
import { Cursors } from './cursors/cursors.service.js';
import { Groups } from './groups/groups.service.js';
import { Memberships } from './groups/memberships.service.js';
import { IssuerMetadataController } from './http/authorization-server.controllers.js';
import { ScimBearerGuard } from './http/bearer.guard.js';
import { ScimBearerStrategy } from './http/bearer.strategy.js';
import { registerBodyParser } from './http/body-parser.js';
import { BulkController } from './http/bulk.controller.js';
import {
  ResourceTypesController,
  SchemasController,
  ServiceProviderConfigController,
} from './http/discovery.controllers.js';
import { FallbackController } from './http/fallback.controller.js';
import { GroupReplies } from './http/group-replies.service.js';
import { GroupsController } from './http/groups.controller.js';
import { OAuthReplies } from './http/oauth-replies.service.js';
import { OAuthTokenController } from './http/oauth-token.controller.js';
import { RootController } from './http/root.controller.js';
import { RateLimits } from './http/rate-limits.service.js';
import { Replies } from './http/replies.service.js';
import { UsersController } from './http/users.controller.js';
import { WellKnownModule } from './http/well-known.module.js';
import { AccessTokens } from './oauth/access-tokens.service.js';
import { ClientChecks } from './oauth/client-checks.service.js';
import { OAuthClientsService } from './oauth/oauth-clients.service.js';
import { ActivityListener } from './ports/activity-listener.js';
import { AuditTrail } from './ports/audit-trail.js';
import { GroupMembershipListener } from './ports/group-membership-listener.js';
import { Transactions } from './ports/transactions.js';
import { UserDirectory } from './ports/user-directory.js';
import { BulkVerbs } from './provisioning/bulk-verbs.service.js';
import { BulkService } from './provisioning/bulk.service.js';
import { GroupProvisioningService } from './provisioning/group-provisioning.service.js';
import { Lists } from './provisioning/lists.service.js';
import { Pages } from './provisioning/pages.service.js';
import { ProvisioningService } from './provisioning/provisioning.service.js';
import { UserCircles } from './provisioning/user-circles.service.js';
import { DataSourceTransactions } from './ready-made/data-source-transactions.js';
import { MeaninglessGroups } from './ready-made/meaningless-groups.js';
import { ResourceTypes } from './resource-types.js';
import { ScimSettingsModule } from './scim-settings.module.js';
import {
  SCIM_LIMITS,
  SCIM_PATH,
  SCIM_SETTINGS,
  type ScimAsyncOptions,
  type ScimSettings,
  type ScimStructure,
} from './scim.options.js';

/**
 * SCIM 2.0 for a NestJS application with TypeORM on PostgreSQL. The host passes classes that fill the ports, and
 * settings from a factory; `SCIM_ENTITIES` and `SCIM_MIGRATIONS` go into its data source.
 */
@Module({})
export class ScimModule implements NestModule {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SCIM_SETTINGS) private readonly settings: ScimSettings,
    @Inject(SCIM_PATH) private readonly path: string,
  ) {}

  static forRootAsync(options: ScimAsyncOptions): DynamicModule {
    const path = options.path ?? 'scim';
    const settings = ScimSettingsModule.of(options, path);
    return {
      module: ScimModule,
      imports: [
        ...(options.imports ?? []),
        settings,
        WellKnownModule.beside(path, settings),
        RouterModule.register([{ path, module: ScimModule }]),
      ],
      controllers: [
        UsersController,
        GroupsController,
        BulkController,
        RootController,
        ServiceProviderConfigController,
        ResourceTypesController,
        SchemasController,
        OAuthTokenController,
        IssuerMetadataController,
        FallbackController,
      ],
      providers: [
        ...portProviders(options),
        {
          provide: ResourceTypes,
          useValue: new ResourceTypes(userResourceType([ENTERPRISE_USER_SCHEMA, ...(options.userExtensions ?? [])])),
        },
        ProvisioningService,
        GroupProvisioningService,
        UserCircles,
        BulkVerbs,
        BulkService,
        Groups,
        Memberships,
        CursorKeys,
        Cursors,
        Pages,
        Lists,
        ConnectionsService,
        ConnectionModes,
        TokensService,
        TokenChecks,
        OAuthClientsService,
        ClientChecks,
        AccessTokens,
        ActivityLog,
        RateLimits,
        Replies,
        GroupReplies,
        OAuthReplies,
        ScimBearerStrategy,
        ScimBearerGuard,
      ],
      exports: [ConnectionsService, TokensService, OAuthClientsService, ActivityLog, ResourceTypes],
    };
  }

  configure(): void {
    registerBodyParser(this.host, this.path, this.settings.maxBodyBytes ?? SCIM_LIMITS.maxBodyBytes);
  }
}

function portProviders(structure: ScimStructure): Provider[] {
  return [
    { provide: UserDirectory, useClass: structure.users },
    { provide: Transactions, useClass: structure.transactions ?? DataSourceTransactions },
    { provide: AuditTrail, useClass: structure.auditTrail },
    { provide: GroupMembershipListener, useClass: structure.groupMembershipListener ?? MeaninglessGroups },
    ...(structure.activityListener ? [{ provide: ActivityListener, useExisting: structure.activityListener }] : []),
  ];
}
