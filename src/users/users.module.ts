import { Module } from '@nestjs/common';
import { UsersService } from './users.service.js';

/** Global accounts. */
@Module({ providers: [UsersService], exports: [UsersService] })
export class UsersModule {}
