import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrganizationsService } from './organizations.service.js';

/** The tenants. */
@Module({ imports: [AuditModule], providers: [OrganizationsService], exports: [OrganizationsService] })
export class OrganizationsModule {}
