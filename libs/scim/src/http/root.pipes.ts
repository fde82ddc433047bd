import { Injectable, type PipeTransform } from '@nestjs/common';
import { readRootSelections } from '../core/query/read-root-selections.js';
import { type Projection, readProjection } from '../core/resource/projection.js';
import type { RootQuery } from '../provisioning/list-query.js';
import { ResourceTypes } from '../resource-types.js';
import { readPaging } from './read-paging.js';
import { readQuery } from './read-query.js';
import type { Part } from './request-parts.decorator.js';

/** What is returned of the resources of each type. */
export interface RootProjection {
  readonly user?: Projection;
  readonly group?: Projection;
}

/** A query over all resource types (RFC 7644 §3.4.2.1). */
@Injectable()
export class RootQueryPipe implements PipeTransform<Part, RootQuery> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): RootQuery {
    const query = readQuery(value);
    const [filter, sortBy, sortOrder] = [query.get('filter'), query.get('sortby'), query.get('sortorder')];
    const { user, group } = this.types;
    const { order, selections } = readRootSelections({ filter, sortBy, sortOrder }, [user, group], exchange.note);
    return {
      ...{ user: selections.get(user), group: selections.get(group), order },
      ...readPaging(query.get('startindex'), query.get('count'), query.get('cursor')),
    };
  }
}

/** `attributes` and `excludedAttributes` (RFC 7644 §3.9), for each type those that it has. */
@Injectable()
export class RootProjectionPipe implements PipeTransform<Part, RootProjection> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): RootProjection {
    const query = readQuery(value);
    const [wanted, unwanted] = [query.get('attributes'), query.get('excludedattributes')];
    const { user, group } = this.types;
    return {
      user: readProjection(wanted, unwanted, user, exchange.note),
      group: readProjection(wanted, unwanted, group, exchange.note),
    };
  }
}
