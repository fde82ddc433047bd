import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OutboundModule } from '../outbound/outbound.module.js';
import { SecretsModule } from '../secrets/secrets.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { BackChannelLogout } from './back-channel-logout.service.js';
import { ConfigurationCheck } from './configuration-check.service.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { MemberMatching } from './member-matching.service.js';
import { OidcClients } from './oidc-clients.service.js';
import { ProviderAccess } from './provider-access.service.js';
import { ProviderDialogue } from './provider-dialogue.service.js';
import { ProviderSignIn } from './provider-sign-in.service.js';
import { SignInCheck } from './sign-in-check.service.js';
import { SignInFlows } from './sign-in-flows.service.js';
import { SingleSignOn } from './single-sign-on.service.js';

/** Identity providers, and sign-in through them. */
@Module({
  imports: [AuditModule, OutboundModule, SecretsModule, SessionsModule],
  providers: [
    ProviderAccess,
    IdentityProvidersService,
    OidcClients,
    ProviderDialogue,
    ConfigurationCheck,
    SignInFlows,
    MemberMatching,
    ProviderSignIn,
    SingleSignOn,
    BackChannelLogout,
    SignInCheck,
  ],
  exports: [
    IdentityProvidersService,
    ConfigurationCheck,
    ProviderDialogue,
    SingleSignOn,
    BackChannelLogout,
    SignInCheck,
  ],
})
export class IdentityProvidersModule {}
