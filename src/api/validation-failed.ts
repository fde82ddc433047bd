import { UnprocessableEntityException, type ValidationError } from '@nestjs/common';

interface Complaint {
  /** Where: the path to the field. */
  readonly loc: readonly string[];
  readonly msg: string;
}

/** A body or query that does not say what the route needs. Names fields, never repeats their values. */
export class ValidationFailed extends UnprocessableEntityException {
  readonly errors: readonly Complaint[];

  constructor(errors: readonly ValidationError[]) {
    super('Some fields are missing or not as they have to be.');
    this.errors = errors.flatMap((error) => complaintsOf(error, []));
  }
}

function complaintsOf({ property, constraints = {}, children = [] }: ValidationError, path: string[]): Complaint[] {
  const loc = [...path, property];
  const own = Object.values(constraints).map((msg) => ({ loc, msg }));
  return [...own, ...children.flatMap((child) => complaintsOf(child, loc))];
}
