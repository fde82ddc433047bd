/** Equal for texts that differ in case or in Unicode normal form only; the same on every machine and in every locale. */
export const foldText = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : // Code point by code point: the lower case of a whole text depends on neighbours (final sigma).
      Array.from(text.normalize('NFC'), (codePoint) => codePoint.toLowerCase()).join('');

/**
 * Whether a text can serve as an identifier: it holds no character that looks like another one or like nothing (RFC
 * 8265 §3.3: no compatibility forms, controls or invisible characters).
 */
export const isIdentifier = (text: string): boolean =>
  PRINTABLE.test(text) ||
  (!INVISIBLE.test(text) &&
    text.normalize('NFKC') === text.normalize('NFC') &&
    Array.from(text).every((codePoint) => codePoint.normalize('NFC') === codePoint));

const ASCII = /^[\0-\x7f]*$/;
const PRINTABLE = /^[\x20-\x7e]*$/;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
