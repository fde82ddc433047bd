import type { Language, Translated } from '../language.js';

export interface SecretOnceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly language: Language;
}

/** A value to take away: selected at a click, and copied by a button where there is script. */
export const SecretOnce = ({ id, label, value, language }: SecretOnceProps) => (
  <div class="secret">
    <label for={id}>{label}</label>
    <textarea id={id} class="secret__value" rows={2} readOnly autocomplete="off" spellcheck={false}>
      {value}
    </textarea>
    <button type="button" class="small" data-copy={id} data-copied={COPIED[language]} hidden>
      {COPY[language]}
    </button>
  </div>
);

const COPY: Translated<string> = { en: 'Copy', pt: 'Copiar' };
const COPIED: Translated<string> = { en: 'Copied', pt: 'Copiado' };
