import { Injectable, type PipeTransform } from '@nestjs/common';
import type { GroupBody } from '../core/group/group-body.js';
import type { GroupPatch } from '../core/group/group-patch.js';
import { readGroup } from '../core/group/read-group.js';
import { readGroupPatch } from '../core/group/read-group-patch.js';
import { ResourceTypes } from '../resource-types.js';
import type { Part } from './request-parts.decorator.js';
import { ProjectionPipe, QueryPipe } from './resource.pipes.js';

/** The body of a POST or PUT on a Group (RFC 7644 §3.3, §3.5.1). */
@Injectable()
export class GroupBodyPipe implements PipeTransform<Part, GroupBody> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): GroupBody {
    return readGroup(value, this.types.group, exchange.note);
  }
}

/** The body of a PATCH on a Group (RFC 7644 §3.5.2). */
@Injectable()
export class GroupPatchPipe implements PipeTransform<Part, GroupPatch> {
  constructor(private readonly types: ResourceTypes) {}

  transform({ value, exchange }: Part): GroupPatch {
    return readGroupPatch(value, this.types.group, exchange.note);
  }
}

@Injectable()
export class GroupQueryPipe extends QueryPipe {
  constructor({ group }: ResourceTypes) {
    super(group);
  }
}

@Injectable()
export class GroupProjectionPipe extends ProjectionPipe {
  constructor({ group }: ResourceTypes) {
    super(group);
  }
}
