/** A part of a name: text as it is, or one character that nobody would see, by a sign that stands for it. */
export type Piece = { readonly text: string } | { readonly sign: string; readonly code: string };

/** A name whose blanks are seen wherever they are more than one ordinary blank between two words. */
export function toVisiblePieces(name: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: unseen, index } of name.matchAll(UNSEEN)) {
    if (index > end) pieces.push({ text: name.slice(end, index) });
    pieces.push(...Array.from(unseen, toSign));
    end = index + unseen.length;
  }
  if (end < name.length) pieces.push({ text: name.slice(end) });
  return pieces;
}

/** Blanks at an end or in a row, blanks other than the ordinary one, and what shows nothing at all. */
const UNSEEN = /^ +| +$| {2,}|[^\S ]|[\p{Cf}\p{Cc}\u034f]/gu;

function toSign(character: string): Piece {
  const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  return { sign: SIGNS.get(character) ?? code, code };
}

const SIGNS = new Map([
  [' ', '␣'],
  ['\t', '⇥'],
]);
