import { Injectable, type PipeTransform } from '@nestjs/common';
import { readPatch } from '../core/patch/read-patch.js';
import type { PatchOperation } from '../core/patch/patch-operation.js';
import { type Projection, readProjection } from '../core/resource/projection.js';
import { readResource } from '../core/resource/read-resource.js';
import type { ScimComplex } from '../core/resource/resource.js';
import { readFilter } from '../core/filter/read-filter.js';
import { readSort } from '../core/filter/read-sort.js';
import type { ResourceQuery } from '../ports/user-directory.js';
import { ResourceTypes } from '../resource-types.js';
import { readPaging } from './read-paging.js';
import { readQuery } from './read-query.js';
import type { Part } from './request-parts.decorator.js';

/** The body of a POST as attributes of a User (RFC 7644 §3.3). */
@Injectable()
export class UserBodyPipe implements PipeTransform<Part, ScimComplex> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): ScimComplex {
    return readResource(value, this.types.user, exchange.note);
  }
}

/** The body of a PATCH on a User (RFC 7644 §3.5.2). */
@Injectable()
export class UserPatchPipe implements PipeTransform<Part, readonly PatchOperation[]> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): readonly PatchOperation[] {
    return readPatch(value, this.types.user, exchange.note);
  }
}

/** `filter`, `sortBy`, `sortOrder`, `startIndex` and `count` of a query for Users (RFC 7644 §3.4.2). */
@Injectable()
export class UserQueryPipe implements PipeTransform<Part, ResourceQuery> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): ResourceQuery {
    const query = readQuery(value);
    return {
      filter: readFilter(query.get('filter'), this.types.user, exchange.note),
      sort: readSort(query.get('sortby'), query.get('sortorder'), this.types.user, exchange.note),
      ...readPaging(query.get('startindex'), query.get('count')),
    };
  }
}

/** `attributes` and `excludedAttributes` (RFC 7644 §3.9), on every route that answers with Users. */
@Injectable()
export class UserProjectionPipe implements PipeTransform<Part, Projection | undefined> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): Projection | undefined {
    const query = readQuery(value);
    return readProjection(query.get('attributes'), query.get('excludedattributes'), this.types.user, exchange.note);
  }
}
