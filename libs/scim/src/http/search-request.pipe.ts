import { Injectable, type PipeTransform } from '@nestjs/common';
import { readSearchRequest } from '../core/query/read-search-request.js';
import type { Part } from './request-parts.decorator.js';

/** The body of a POST to `/.search` as the query that a GET would have (RFC 7644 §3.4.3), for the pipes that read one. */
@Injectable()
export class SearchRequestPipe implements PipeTransform<Part, Part> {
  transform({ value, exchange }: Part): Part {
    return { value: readSearchRequest(value, exchange.note), exchange };
  }
}
