/** Two letters that stand for a person; decoration, so a screen reader passes over them. */
export const Initials = ({ name }: { readonly name: string }) => (
  <span class="initials" aria-hidden="true">
    {initialsOf(name)}
  </span>
);

/** The first letter of the first word and of the last one. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter((word) => LETTER.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends.map((word) => LETTER.exec(word ?? '')?.[0].toUpperCase() ?? '').join('');
}

const LETTER = /[\p{L}\p{N}]/u;
