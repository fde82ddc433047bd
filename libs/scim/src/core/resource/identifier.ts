import { ScimError } from '../errors/scim-error.js';

/**
 * Refuses texts that name a person and that two people could read, type or compare differently: control characters,
 * invisible ones, compatibility forms and single code points that normalization turns into others, such as the Kelvin
 * sign (RFC 7644 §7.8; RFC 8265 §3.2 and §3.3, whose profiles leave out the same).
 * @throws ScimError `invalidValue` naming the attribute
 */
export function checkIdentifier(name: string, text: string): void {
  if (PLAIN.test(text)) return;
  if (text.trim() === '') throw ScimError.invalidValue(`${name} must not be blank.`);
  if (text.trim() !== text) throw ScimError.invalidValue(`${name} must neither begin nor end with a blank.`);
  if (INVISIBLE.test(text)) throw ScimError.invalidValue(`${name} must have no control or invisible characters.`);
  if (text.normalize('NFKC') !== text.normalize('NFC') || Array.from(text).some(isReplacedByNormalization)) {
    throw ScimError.invalidValue(`${name} has characters that look like others (full-width forms, ligatures, signs).`);
  }
}

/** Like `checkIdentifier`, and without any blank: an e-mail address that needs no quoting has none (RFC 5321 §4.1.2). */
export function checkAddress(name: string, text: string): void {
  if (/\s/.test(text)) throw ScimError.invalidValue(`${name} must have no blanks.`);
  checkIdentifier(name, text);
}

const PLAIN = /^[\x21-\x7E]+$/;
const INVISIBLE = /[\p{Control}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]|[^\P{Separator} ]/u;
const isReplacedByNormalization = (codePoint: string) => codePoint.normalize('NFC') !== codePoint;
