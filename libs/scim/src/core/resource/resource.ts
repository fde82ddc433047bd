export type ScimSimple = string | number | boolean;
export type ScimValue = ScimSimple | ScimComplex | readonly ScimValue[];

/** A JSON object whose keys are canonical attribute names, without nulls and empty arrays (RFC 7643 §2.5). */
export interface ScimComplex {
  readonly [name: string]: ScimValue;
}

/**
 * A resource as the core knows it. `attributes` holds everything that a schema names, `externalId` included, under its
 * canonical name, extension attributes inside an object keyed by the extension's URN; it holds neither `schemas`, `id`
 * nor `meta`, which are made from the other members when the resource is represented.
 */
export interface ScimResource {
  readonly id: string;
  /** Counts the changes of this resource, from 1: the ETag (RFC 7644 §3.14). */
  readonly revision: number;
  readonly created: Date;
  readonly lastModified: Date;
  readonly attributes: ScimComplex;
}
