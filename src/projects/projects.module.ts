import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MembersModule } from '../members/members.module.js';
import { ProjectsService } from './projects.service.js';

/** Projects of organizations. */
@Module({ imports: [AuditModule, MembersModule], providers: [ProjectsService], exports: [ProjectsService] })
export class ProjectsModule {}
