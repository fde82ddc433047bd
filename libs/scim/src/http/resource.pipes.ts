import type { PipeTransform } from '@nestjs/common';
import { readFilter } from '../core/filter/read-filter.js';
import { readSort } from '../core/filter/read-sort.js';
import { type Projection, readProjection } from '../core/resource/projection.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { ListQuery } from '../provisioning/list-query.js';
import { readPaging } from './read-paging.js';
import { readQuery } from './read-query.js';
import type { Part } from './request-parts.decorator.js';

/** Which resources of that type a query asks for, which page of them and in which order (RFC 7644 §3.4.2, RFC 9865 §2). */
export class QueryPipe implements PipeTransform<Part, ListQuery> {
  constructor(private readonly type: ResourceType) {}

  transform({ value, exchange }: Part): ListQuery {
    const query = readQuery(value);
    return {
      filter: readFilter(query.get('filter'), this.type, exchange.note),
      sort: readSort(query.get('sortby'), query.get('sortorder'), this.type, exchange.note),
      ...readPaging(query.get('startindex'), query.get('count'), query.get('cursor')),
    };
  }
}

/** `attributes` and `excludedAttributes` (RFC 7644 §3.9), on every route that answers with such resources. */
export class ProjectionPipe implements PipeTransform<Part, Projection | undefined> {
  constructor(private readonly type: ResourceType) {}

  transform({ value, exchange }: Part): Projection | undefined {
    const query = readQuery(value);
    return readProjection(query.get('attributes'), query.get('excludedattributes'), this.type, exchange.note);
  }
}
