import { languageOf, toLanguage } from './language.js';

describe('languageOf', () => {
  it.each([
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['en-US,en;q=0.9,pt;q=0.8', 'en'],
    ['de, fr;q=0.5', 'en'],
    ['*', 'en'],
    ['', 'en'],
    ['pt;q=nonsense,,;', 'en'],
  ])('reads %j as %s', (wish, language) => expect(languageOf({ 'accept-language': wish })).toBe(language));

  it('is the default one of a browser that says nothing', () => expect(languageOf({})).toBe('en'));
});

describe('toLanguage', () => {
  it.each([
    ['pt', 'pt'],
    ['en', 'en'],
    ['de', 'en'],
  ])('of an account with %j is %s', (locale, language) => expect(toLanguage(locale)).toBe(language));
});
