import { applyDecorators, Controller, UseFilters } from '@nestjs/common';
import { ScimExceptionFilter } from './scim-exception.filter.js';

/** A controller under both forms of the base URL, or of that URL itself, with the module's own exception filter. */
export const ScimController = (endpoint?: string) =>
  applyDecorators(
    Controller(BASES.map((base) => (endpoint ? `${base}/${endpoint}` : base))),
    UseFilters(ScimExceptionFilter),
  );

const BASES = ['v2', ':connectionId/v2'];
