import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { ConnectionsService, TokensService } from '@ruleforge/scim';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';

const application = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
await application.listen(process.env['PORT'] ?? 3000);

// Once for each customer; in a product, a button on a page of settings.
const operator = { kind: 'operator', id: 'shell', name: 'Shell' } as const;
await application.get(DataSource).transaction(async (tx) => {
  const wish = { organizationId: randomUUID(), name: 'Okta', state: 'active' } as const;
  const connection = await application.get(ConnectionsService).create(tx, wish, operator);
  const { token } = await application.get(TokensService).issue(tx, connection, { label: 'Okta' }, operator);
  process.stdout.write(`Base URL: ${await application.getUrl()}/scim/${connection.id}/v2\nToken: ${token}\n`);
});
