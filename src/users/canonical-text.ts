/** Equal for texts that differ in case or in Unicode normal form only; the same on every machine and in every locale. */
export const foldText = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : // The lower case of capital sigma, and of it alone, depends on its neighbours.
      text.normalize('NFC').replaceAll('\u03A3', '\u03C3').toLowerCase();

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
