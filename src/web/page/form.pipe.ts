import type { PipeTransform } from '@nestjs/common';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** What a form sent, and which of its fields do not hold what they must: those are asked for again, not refused. */
export interface ReadForm<Form> {
  readonly form: Form;
  readonly invalid: ReadonlySet<string>;
}

/** Reads a form of text fields by the rules of its class. A field that is missing or sent twice is empty. */
export class FormPipe<Form extends object> implements PipeTransform<unknown, ReadForm<Form>> {
  constructor(private readonly type: ClassConstructor<Form>) {}

  transform(body: unknown): ReadForm<Form> {
    const fields = Object.entries(Object(body) as Record<string, unknown>)
      .filter(([name]) => name !== '__proto__')
      .map(([name, value]) => [name, typeof value === 'string' ? value : '']);
    const form = plainToInstance(this.type, Object.fromEntries(fields));
    const errors = validateSync(form, { whitelist: true });
    return { form, invalid: new Set(errors.map(({ property }) => property)) };
  }
}
