import { Injectable, type PipeTransform } from '@nestjs/common';
import { readPatch } from '../core/patch/read-patch.js';
import type { PatchOperation } from '../core/patch/patch-operation.js';
import { readResource } from '../core/resource/read-resource.js';
import type { ScimComplex } from '../core/resource/resource.js';
import { ResourceTypes } from '../resource-types.js';
import type { Part } from './request-parts.decorator.js';
import { ProjectionPipe, QueryPipe } from './resource.pipes.js';

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

@Injectable()
export class UserQueryPipe extends QueryPipe {
  constructor({ user }: ResourceTypes) {
    super(user);
  }
}

@Injectable()
export class UserProjectionPipe extends ProjectionPipe {
  constructor({ user }: ResourceTypes) {
    super(user);
  }
}
