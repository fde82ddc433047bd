import { findBelow } from '../schema/find-attribute.js';
import type { AttributeTarget } from './filter.js';

/**
 * What is compared when the target is named: itself, or the `value` of a complex attribute that has one (`emails eq`,
 * `manager eq`, as RFC 7644 §3.4.2.2, figure 2, and several clients write).
 */
export const toValueTarget = (target: AttributeTarget): AttributeTarget | undefined =>
  target.attribute.type === 'complex' ? findBelow(target, { name: 'value' }) : target;
