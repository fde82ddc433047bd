import type { ConnectionProvider } from '../../connections/connection-provider.js';
import type { GuideTexts } from './guide-texts.js';

/** The guides in English. */
export const ENGLISH_GUIDES: Readonly<Record<ConnectionProvider, GuideTexts>> = {
  okta: {
    before: [
      'Open the RuleForge application, or create one with Create App Integration. On its General tab set Provisioning to SCIM.',
      'On the Provisioning tab open Integration and choose Edit. Enter userName as the unique identifier field for users.',
      'Tick Push New Users, Push Profile Updates and Push Groups, and choose HTTP Header as the authentication mode.',
    ],
    after: [
      'Choose Test Connector Configuration, then Save.',
      'Under Provisioning → To App choose Edit and enable Create Users, Update User Attributes and Deactivate Users.',
      'Assign one person on the Assignments tab. Groups are sent from the Push Groups tab.',
    ],
    traps: [
      'Assigning a group assigns its people and does not send the group: push it as well.',
      'People who were assigned before provisioning was enabled are not sent until they are assigned again.',
      'Paste the token alone: Okta writes “Bearer” in front of it.',
    ],
  },
  entra: {
    before: [
      'Open the RuleForge application, or create one with New application → Create your own application (non-gallery).',
      'Open Provisioning, choose New configuration or the provisioning mode Automatic, then Admin Credentials.',
    ],
    after: [
      'Choose Test Connection, then save.',
      'Under Mappings check that userPrincipalName matches userName, and map objectId to externalId.',
      'Under Settings set the scope to assigned users and groups only, assign one person, and choose Start provisioning.',
    ],
    traps: [
      'Entra works in cycles of about 40 minutes. Provision on demand sends one person at once.',
      'People of a group inside an assigned group are not sent: assign the inner group itself.',
      'A person who is removed from scope is deactivated; the deletion follows 30 days after the account is deleted in Entra.',
    ],
  },
  onelogin: {
    before: [
      'Add the application SCIM Provisioner with SAML (SCIM v2 Enterprise), and open its Configuration tab.',
      'Keep the JSON template as it is.',
    ],
    after: [
      'Under API Status choose Enable, then save.',
      'On the Provisioning tab tick Enable provisioning, and choose Suspend or Delete for people who leave.',
      'Assign one person on the Access or Users tab.',
    ],
    traps: [
      'While “Require admin approval” is ticked, every change waits under Users until somebody approves it.',
      'Groups are read from here: rules can only assign to groups that exist.',
    ],
  },
  google: {
    before: [
      'Google sends people only to applications of its catalogue: add one that takes an endpoint URL of your own.',
      'Open the application and choose Auto-provisioning → Configure auto-provisioning.',
    ],
    after: [
      'Keep the attribute mapping, choose the groups whose people are sent, and choose how people who leave are deprovisioned.',
      'Turn Auto-provisioning on.',
    ],
    traps: [
      'Google sends no groups: roles come from the default role of the role mapping, or are given by hand.',
      'The first people can take hours to arrive.',
    ],
  },
  jumpcloud: {
    before: [
      'Open the RuleForge application, or add a Custom Application with Manage users and Export users to this app.',
      'Open Identity Management, choose SCIM API with the version SCIM 2.0, and enter a test user e-mail that nobody uses.',
    ],
    after: [
      'Choose Test Connection, then Activate.',
      'Tick Enable management of User Groups and Group Membership if groups shall decide roles.',
      'Assign one user group on the User Groups tab.',
    ],
    traps: [
      'The test creates a person and a group and removes them again: both appear here for a moment.',
      'People are assigned by user groups; each of them arrives on its own.',
    ],
  },
  ping: {
    before: [
      'Under Provisioning add a connection of the type SCIM Outbound.',
      'Choose SCIM version 2.0, and OAuth 2 Bearer Token as the authentication method.',
    ],
    after: [
      'Keep the filter expression userName Eq "%s", choose Test connection, then save.',
      'Choose Disable as the remove action, switch the connection on, and add a rule that says who is sent.',
    ],
    traps: [
      'OAuth 2 Client Credentials work as well: create an OAuth client under Credentials.',
      'With the group membership handling Overwrite, groups are replaced whole, which is fine here.',
    ],
  },
  other: {
    before: [
      'Choose SCIM 2.0 in your provider, with a bearer token in the Authorization header.',
      'If it can do client credentials instead, create an OAuth client under Credentials.',
    ],
    after: ['Test the connection there, then assign one person.', 'Send groups if groups shall decide roles.'],
    traps: [
      'userName has to be unique among your members, and is best the e-mail address with which people sign in.',
      'Both PUT and PATCH are understood, and PATCH in the spellings of all providers that we know of.',
    ],
  },
};
