import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { OrganizationSwitchService } from './organization-switch.service.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { PeopleService } from './people.service.js';
import { ProofsService } from './proofs.service.js';
import { SessionCookies } from './session-cookies.service.js';
import { SignInService } from './sign-in.service.js';

const DOORS = [
  SignInService,
  ProofsService,
  PeopleService,
  SessionCookies,
  OwnAccountService,
  OwnSessionsService,
  OrganizationSwitchService,
];

/** Who somebody is: sign-in, and the person behind a request. */
@Module({
  imports: [ApiKeysModule, AuditModule, SessionsModule, UsersModule],
  providers: DOORS,
  exports: DOORS,
})
export class IdentityModule {}
