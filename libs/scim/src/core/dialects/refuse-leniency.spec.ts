import type { Leniency, LeniencyPlace } from './leniency.js';
import { refuseLeniency, STRICT_REFUSALS } from './refuse-leniency.js';

describe('refuseLeniency', () => {
  it.each<[Leniency, LeniencyPlace | undefined, string]>([
    ['unknown-attribute', undefined, 'invalidSyntax'],
    ['unknown-attribute', 'path', 'invalidPath'],
    ['unqualified-extension-attribute', 'filter', 'invalidFilter'],
    ['boolean-as-text', undefined, 'invalidValue'],
    ['boolean-as-text', 'filter', 'invalidFilter'],
    ['created-missing-element', undefined, 'noTarget'],
    ['read-only-attribute', undefined, 'mutability'],
  ])('refuses %s (in a %s) with %s', (leniency, place, scimType) => {
    const detail = expect.stringContaining(`This connection is strict and refuses ${leniency}. `);
    expect(() => refuseLeniency(leniency, place)).toThrow(expect.objectContaining({ status: 400, scimType, detail }));
  });

  it('leaves alone what the RFC asks for', () => {
    expect(() => refuseLeniency('attribute-case')).not.toThrow();
    expect(STRICT_REFUSALS.map(({ name }) => name)).not.toContain('attribute-case');
  });

  it.each(STRICT_REFUSALS.map(({ name, instead }) => [name, instead]))('says what to do instead of %s', (_, instead) =>
    expect(instead).toMatch(/^[A-Z].{10,}\.$/),
  );
});
