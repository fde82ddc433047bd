import { Get, Inject, Param } from '@nestjs/common';
import { representResourceType } from '../core/discovery/represent-resource-type.js';
import { representSchema } from '../core/discovery/represent-schema.js';
import { representServiceProviderConfig } from '../core/discovery/represent-service-provider-config.js';
import { ScimError } from '../core/errors/scim-error.js';
import { representList } from '../core/resource/represent-list.js';
import { ResourceTypes } from '../resource-types.js';
import { PAGE_SIZE } from '../scim.options.js';
import type { Answer } from './answer.js';
import { UnfilteredPipe } from './unfiltered.pipe.js';
import { ScimQuery } from './request-parts.decorator.js';
import { ScimController } from './scim-controller.decorator.js';

/** What the service can do (RFC 7644 §4, RFC 7643 §5). Like the other two, it asks for no token and knows no tenant. */
@ScimController('ServiceProviderConfig')
export class ServiceProviderConfigController {
  @Get()
  get(@ScimQuery(UnfilteredPipe) _: undefined): Answer {
    return {
      kind: 'document',
      represent: (baseUrl) =>
        representServiceProviderConfig(
          { defaultPageSize: PAGE_SIZE.default, maxPageSize: PAGE_SIZE.most },
          `${baseUrl}/ServiceProviderConfig`,
        ),
    };
  }
}

/** The kinds of resources there are (RFC 7643 §6). */
@ScimController('ResourceTypes')
export class ResourceTypesController {
  constructor(@Inject(ResourceTypes) private readonly types: ResourceTypes) {}

  @Get()
  list(@ScimQuery(UnfilteredPipe) _: undefined): Answer {
    return {
      kind: 'document',
      represent: (baseUrl) =>
        representWhole(
          this.types.all.map((type) => representResourceType(type, `${baseUrl}/ResourceTypes/${type.name}`)),
        ),
    };
  }

  @Get(':name')
  get(@Param('name') name: string, @ScimQuery(UnfilteredPipe) _: undefined): Answer {
    const type = this.types.all.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!type) throw ScimError.notFound();
    return {
      kind: 'document',
      represent: (baseUrl) => representResourceType(type, `${baseUrl}/ResourceTypes/${type.name}`),
    };
  }
}

/** The attributes that resources have (RFC 7643 §7). */
@ScimController('Schemas')
export class SchemasController {
  constructor(@Inject(ResourceTypes) private readonly types: ResourceTypes) {}

  @Get()
  list(@ScimQuery(UnfilteredPipe) _: undefined): Answer {
    return {
      kind: 'document',
      represent: (baseUrl) =>
        representWhole(this.types.schemas.map((schema) => representSchema(schema, `${baseUrl}/Schemas/${schema.id}`))),
    };
  }

  @Get(':urn')
  get(@Param('urn') urn: string, @ScimQuery(UnfilteredPipe) _: undefined): Answer {
    const schema = this.types.schemas.find(({ id }) => id.toLowerCase() === urn.toLowerCase());
    if (!schema) throw ScimError.notFound();
    return { kind: 'document', represent: (baseUrl) => representSchema(schema, `${baseUrl}/Schemas/${schema.id}`) };
  }
}

const representWhole = (documents: readonly Readonly<Record<string, unknown>>[]) =>
  representList(documents.length, 1, documents);
