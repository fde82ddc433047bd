import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SCIM_ENTITIES, SCIM_MIGRATIONS, ScimModule } from '@ruleforge/scim';
import { Audit } from './audit.js';
import { People } from './people.js';
import { Tables1764100000000 } from './tables-1764100000000.js';

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: process.env['DATABASE_URL'],
      entities: SCIM_ENTITIES,
      migrations: [...SCIM_MIGRATIONS, Tables1764100000000],
      migrationsRun: true,
    }),
    ScimModule.forRootAsync({
      users: People,
      auditTrail: Audit,
      useFactory: () => ({ publicUrl: process.env['PUBLIC_URL'] ?? 'http://localhost:3000' }),
    }),
  ],
})
export class AppModule {}
