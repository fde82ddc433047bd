const ASCII = /^[\0-\x7F]*$/;

/**
 * The form in which texts are compared without regard to case: NFC, then each code point in lower case by itself, so that
 * no neighbour and no locale decides (RFC 7644 §7.8).
 */
export const foldText = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : // The lower case of capital sigma, and of it alone, depends on its neighbours.
      text.normalize('NFC').replaceAll('\u03A3', '\u03C3').toLowerCase();
