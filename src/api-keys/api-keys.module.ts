import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ApiKeysService } from './api-keys.service.js';

/** Keys by which programs act for a member. */
@Module({ imports: [AuditModule], providers: [ApiKeysService], exports: [ApiKeysService] })
export class ApiKeysModule {}
