import { Module } from '@nestjs/common';
import { PasswordAttempts } from './password-attempts.js';
import { UsersService } from './users.service.js';

/** Global accounts. */
@Module({ providers: [UsersService, PasswordAttempts], exports: [UsersService, PasswordAttempts] })
export class UsersModule {}
