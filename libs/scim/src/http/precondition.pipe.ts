import { Injectable, type PipeTransform } from '@nestjs/common';
import { type Precondition, readIfMatch } from '../provisioning/precondition.js';
import type { Part } from './request-parts.decorator.js';

@Injectable()
export class PreconditionPipe implements PipeTransform<Part, Precondition> {
  transform({ value }: Part): Precondition {
    return readIfMatch((value as Readonly<Record<string, unknown>>)['if-match']);
  }
}
