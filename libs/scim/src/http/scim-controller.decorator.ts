import { applyDecorators, Controller, UseFilters } from '@nestjs/common';
import { ScimExceptionFilter } from './scim-exception.filter.js';

/** A controller under both forms of the base URL, with the module's own exception filter. */
export const ScimController = (endpoint: string) =>
  applyDecorators(Controller([`v2/${endpoint}`, `:connectionId/v2/${endpoint}`]), UseFilters(ScimExceptionFilter));
