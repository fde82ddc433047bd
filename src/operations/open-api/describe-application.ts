import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ResourceTypes } from '@ruleforge/scim';
import { Settings } from '../../config/settings.js';
import { bodySchemas } from './body-schemas.js';
import { describeScim } from './describe-scim.js';
import { queryParameters } from './query-parameters.js';
import { scimComponents } from './scim-components.js';

/** What programs call: no screens, and no routes that only refuse. */
const FOR_PROGRAMS = /^\/(?:api|health|metrics|scim|\.well-known)(?:\/|$)/;
const FALLBACK = /^\/scim(?:\/\{path\}|(?:\/\{connectionId\})?\/v2\/\{path\})?$/;

/** Routes from the controllers, bodies from what their validation demands and from SCIM's own schemas. */
export async function describeApplication(application: INestApplication): Promise<OpenAPIObject> {
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  const outline = new DocumentBuilder()
    .setTitle('RuleForge')
    .setDescription('Organizations, members, sign-in, and SCIM 2.0 provisioning.')
    .setVersion('1')
    .addServer(application.get(Settings).publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A provisioning token or an API key.' })
    .build();
  const { paths, components = {}, ...document } = SwaggerModule.createDocument(application, outline);
  const schemas = { ...components.schemas, ...scimComponents(application.get(ResourceTypes, { strict: false }).all) };
  for (const [name, schema] of bodySchemas(application)) if (name in schemas) schemas[name] = schema;
  const asked = queryParameters(application);
  for (const { get } of Object.values(paths)) get?.parameters?.push(...(asked.get(get.operationId ?? '') ?? []));
  const described = Object.entries(paths)
    .filter(([path]) => FOR_PROGRAMS.test(path) && !FALLBACK.test(path))
    .map(([path, item]) => [path, describeScim(path, item)]);
  return { ...document, paths: Object.fromEntries(described) as typeof paths, components: { ...components, schemas } };
}
