import { userResourceType } from '../schema/user-resource-type.js';
import { readFilter } from './read-filter.js';

const USER = userResourceType([]);
const REFUSAL = expect.objectContaining({ status: 400, scimType: 'invalidFilter' }) as Error;
const read = (text: unknown) => readFilter(text, USER, () => undefined);

it.each([undefined, ''])('takes %j for no filter', (text) => expect(read(text)).toBeUndefined());

it('reads and checks a filter', () => expect(read('userName eq "A"')).toMatchObject({ kind: 'compare', value: 'a' }));

it.each([[' '], [['title pr', 'title pr']], [[]], [{ a: 'title pr' }], [null], [5]])('refuses %j', (text) =>
  expect(() => read(text)).toThrow(REFUSAL),
);
