import { ScimModule } from '@ruleforge/scim';
import { Settings } from './config/settings.js';
import { ProvisioningOutcomes } from './operations/metrics/provisioning-outcomes.js';
import { HostAuditTrail } from './provisioning/host-audit-trail.js';
import { HostTransactions } from './provisioning/host-transactions.js';
import { MemberDirectory } from './provisioning/member-directory.js';
import { ProvisioningModule } from './provisioning/provisioning.module.js';
import { HostGroupMembershipListener } from './provisioning/roles/host-group-membership-listener.js';
import { RULEFORGE_USER_SCHEMA } from './provisioning/ruleforge-user-schema.js';

/** SCIM over the organizations' members: one module, imported by whoever works with connections and tokens. */
export const scim = ScimModule.forRootAsync({
  imports: [ProvisioningModule],
  users: MemberDirectory,
  transactions: HostTransactions,
  auditTrail: HostAuditTrail,
  groupMembershipListener: HostGroupMembershipListener,
  activityListener: ProvisioningOutcomes,
  userExtensions: [RULEFORGE_USER_SCHEMA],

  inject: [Settings],
  useFactory: ({ publicUrl, scimRequestsPerSecond, scimAccessTokenMinutes }: Settings) => ({
    publicUrl,
    requestsPerSecond: scimRequestsPerSecond,
    accessTokenMinutes: scimAccessTokenMinutes,
  }),
});
