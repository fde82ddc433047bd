import { Transform } from 'class-transformer';

/** A field of a form that was left empty counts as absent. */
export const BlankAsAbsent = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));
