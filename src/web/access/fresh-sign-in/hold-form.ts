import type { HeldForm } from './fresh-sign-in-required.js';

/**
 * What somebody entered, so that a page between can carry it on.
 * @param formPage where the form is, relative to where it goes
 */
export function holdForm(action: string, formPage: string, body: unknown): HeldForm {
  const fields = Object.entries(Object(body) as Record<string, unknown>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter(isText)
      .map((text) => [name, text] as const),
  );
  const { pathname, search } = new URL(formPage, new URL(action, ANY_ORIGIN));
  return { action, page: `${pathname}${search}`, fields };
}

const ANY_ORIGIN = 'http://here.invalid';
const isText = (value: unknown): value is string => typeof value === 'string';
