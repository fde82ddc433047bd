import { ScimError } from '../errors/scim-error.js';
import type { Leniency, LeniencyPlace } from './leniency.js';

type Fault = 'invalidSyntax' | 'invalidValue' | 'mutability' | 'noTarget';

interface Refusal {
  readonly fault: Fault;
  /** What a client is to do about it. */
  readonly instead: string;
}

/**
 * What a strict connection says to each leniency, `undefined` to one that the RFC itself asks for. Read-only attributes in
 * a POST or PUT are ignored by the RFC's own word (RFC 7644 §3.3, §3.5.1), and are no leniency.
 */
const REFUSALS: Readonly<Record<Leniency, Refusal | undefined>> = {
  'boolean-as-text': { fault: 'invalidValue', instead: 'Write true and false without quotes.' },
  'op-case': { fault: 'invalidSyntax', instead: 'Write op as add, remove or replace, in lower case.' },
  'method-case': { fault: 'invalidSyntax', instead: 'Write method as POST, PUT, PATCH or DELETE, in upper case.' },
  // RFC 7643 §2.1: names of attributes have no case.
  'attribute-case': undefined,
  'path-less-patch': { fault: 'invalidSyntax', instead: 'Give every operation a path.' },
  'path-less-dotted-key': {
    fault: 'invalidSyntax',
    instead:
      'Put sub-attributes into the object of their attribute, and those of an extension into the object of its URN.',
  },
  'unqualified-extension-attribute': {
    fault: 'invalidSyntax',
    instead: 'Name an attribute of an extension with the URN of the extension.',
  },
  'remove-with-value': { fault: 'invalidSyntax', instead: 'Say what to remove by the path alone, with a filter.' },
  'created-missing-element': {
    fault: 'noTarget',
    instead: 'No element matches the filter in the path: add one by the path of the attribute.',
  },
  'manager-shape': { fault: 'invalidValue', instead: 'Send the object, with the identifier as its value.' },
  'object-for-array': { fault: 'invalidValue', instead: 'Send a list where the attribute is multi-valued.' },
  'array-for-object': { fault: 'invalidValue', instead: 'Send one value where the attribute is singular.' },
  'json-in-text': {
    fault: 'invalidValue',
    instead: 'Send value and display as sub-attributes, not as JSON in a text.',
  },
  'number-as-text': { fault: 'invalidValue', instead: 'Write text in quotes, also when it has digits only.' },
  'unknown-attribute': { fault: 'invalidSyntax', instead: 'Send the attributes that /Schemas lists, and no others.' },
  'unknown-schema': { fault: 'invalidSyntax', instead: 'Name the schemas that /ResourceTypes lists, and no others.' },
  // RFC 7644 §3.5.2: an operation must be compatible with the mutability of what it targets.
  'read-only-attribute': { fault: 'mutability', instead: 'Leave read-only attributes out of a PATCH.' },
  'missing-schemas': { fault: 'invalidValue', instead: 'Name the schemas of the body in schemas.' },
  'empty-operations': { fault: 'invalidSyntax', instead: 'Send one or more Operations.' },
  'scim-1-members': { fault: 'invalidSyntax', instead: 'Send a PatchOp of SCIM 2.0.' },
  'password-ignored': { fault: 'invalidSyntax', instead: 'Leave password out: it is neither kept nor looked at.' },
};

/** RFC 7644 §3.12, table 9. */
const FAULTS = { filter: 'invalidFilter', path: 'invalidPath' } as const satisfies Record<LeniencyPlace, string>;

/**
 * Refuses a leniency on behalf of a strict connection; does nothing when the RFC asks for it.
 * @throws ScimError 400 `invalidFilter` or `invalidPath` by the place, else as fits the leniency
 */
export function refuseLeniency(leniency: Leniency, place?: LeniencyPlace): void {
  const refusal = REFUSALS[leniency];
  if (!refusal) return;
  const fault = place ? FAULTS[place] : refusal.fault;
  throw ScimError[fault](`This connection is strict and refuses ${leniency}. ${refusal.instead}`);
}

/** Everything that a strict connection refuses, with what to do instead. */
export const STRICT_REFUSALS: readonly { readonly name: string; readonly instead: string }[] = Object.entries(
  REFUSALS,
).flatMap(([name, refusal]) => (refusal ? [{ name, instead: refusal.instead }] : []));
