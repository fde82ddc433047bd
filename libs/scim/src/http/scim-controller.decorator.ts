import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { ScimExceptionFilter } from './scim-exception.filter.js';
import { ScimInterceptor } from './scim.interceptor.js';

/** A controller under both forms of the base URL, with the module's own exception filter and interceptor. */
export const ScimController = (endpoint: string) =>
  applyDecorators(
    Controller([`v2/${endpoint}`, `:connectionId/v2/${endpoint}`]),
    UseFilters(ScimExceptionFilter),
    UseInterceptors(ScimInterceptor),
  );
