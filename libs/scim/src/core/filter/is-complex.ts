import type { ScimComplex, ScimValue } from '../resource/resource.js';

export const isComplex = (value: ScimValue | undefined): value is ScimComplex =>
  typeof value === 'object' && !Array.isArray(value);
