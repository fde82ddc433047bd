import { Injectable, type PipeTransform } from '@nestjs/common';
import { ScimError } from '../core/errors/scim-error.js';
import { readQuery } from './read-query.js';
import type { Part } from './request-parts.decorator.js';

/** Discovery cannot be filtered; paging and sorting there are ignored (RFC 7644 §4). @throws ScimError 403 */
@Injectable()
export class UnfilteredPipe implements PipeTransform<Part, undefined> {
  transform({ value }: Part): undefined {
    if (readQuery(value).has('filter'))
      throw ScimError.forbidden('Discovery endpoints cannot be filtered: ask without.');
  }
}
