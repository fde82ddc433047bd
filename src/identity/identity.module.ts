import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { UsersModule } from '../users/users.module.js';
import { PeopleService } from './people.service.js';
import { ProofsService } from './proofs.service.js';
import { SessionCookies } from './session-cookies.service.js';
import { SignInService } from './sign-in.service.js';

/** Who somebody is: sign-in, and the person behind a request. */
@Module({
  imports: [ApiKeysModule, AuditModule, SessionsModule, UsersModule],
  providers: [SignInService, ProofsService, PeopleService, SessionCookies],
  exports: [SignInService, ProofsService, PeopleService, SessionCookies],
})
export class IdentityModule {}
