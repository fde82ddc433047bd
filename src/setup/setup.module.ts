import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { scim } from '../scim.js';
import { FirstRun } from './first-run.js';
import { OrganizationFounder } from './organization-founder.js';

/** Organizations that are ready for a directory: the first one, and those that operators found. */
@Module({
  imports: [OrganizationsModule, MembersModule, scim],
  providers: [OrganizationFounder, FirstRun],
  exports: [OrganizationFounder, FirstRun],
})
export class SetupModule {}
