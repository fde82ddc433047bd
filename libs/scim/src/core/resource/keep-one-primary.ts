import { isComplex } from '../filter/is-complex.js';
import type { ScimValue } from './resource.js';

/** Whether an element is the preferred one; without `primary` it is not (RFC 7643 §2.4). */
export const isPrimary = (element: ScimValue): boolean => isComplex(element) && element['primary'] === true;

/**
 * The first primary one of the elements that an operation `touched` is the only primary one (RFC 7644 §3.5.2).
 * @returns `elements` itself when that is so already
 */
export function keepOnePrimary(elements: readonly ScimValue[], touched: ReadonlySet<ScimValue>): readonly ScimValue[] {
  const chosen = elements.find((element) => touched.has(element) && isPrimary(element));
  const isOther = (element: ScimValue) => element !== chosen && isPrimary(element);
  return chosen !== undefined && elements.some(isOther)
    ? elements.map((element) => (isOther(element) ? demoted(element) : element))
    : elements;
}

const demoted = (element: ScimValue): ScimValue => (isComplex(element) ? { ...element, primary: false } : element);
