import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Settings } from '../../config/settings.js';
import { bodySchemas } from './body-schemas.js';

/** Routes from the controllers, bodies from what their validation demands. */
export async function describeApplication(application: INestApplication): Promise<OpenAPIObject> {
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const outline = new DocumentBuilder()
    .setTitle('RuleForge')
    .setDescription('Organizations, members, sign-in, and SCIM 2.0 provisioning.')
    .setVersion('1')
    .addServer(application.get(Settings).publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A provisioning token or an API key.' })
    .build();
  const document = SwaggerModule.createDocument(application, outline);
  const { schemas = {} } = document.components ?? {};
  for (const [name, schema] of bodySchemas(application)) if (name in schemas) schemas[name] = schema;
  return document;
}
