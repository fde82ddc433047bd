import { Injectable, type PipeTransform } from '@nestjs/common';
import { type BulkRequest, readBulk } from '../core/bulk/read-bulk.js';
import type { Part } from './request-parts.decorator.js';

/** The body of a Bulk request; its operations are read one by one, when they are done (RFC 7644 §3.7). */
@Injectable()
export class BulkBodyPipe implements PipeTransform<Part, BulkRequest> {
  transform({ value, exchange }: Part): BulkRequest {
    return readBulk(value, exchange.note);
  }
}
