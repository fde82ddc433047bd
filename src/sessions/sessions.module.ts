import { Module } from '@nestjs/common';
import { SessionsService } from './sessions.service.js';

/** Sessions of browsers. */
@Module({ providers: [SessionsService], exports: [SessionsService] })
export class SessionsModule {}
