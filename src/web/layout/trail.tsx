import type { ComponentChildren } from 'preact';
import type { Language, Translated } from '../language.js';

export interface TrailProps {
  /** The list that the page belongs to. */
  readonly to: string;
  readonly name: string;
  /** What the page is. */
  readonly here: string;
  readonly language: Language;
  /** How that stands. */
  readonly children?: ComponentChildren;
}

/** The way back to the list that a page belongs to. */
export const Trail = ({ to, name, here, language, children }: TrailProps) => (
  <nav class="trail" aria-label={LABEL[language]}>
    <a href={to}>{name}</a>
    <span aria-hidden="true">›</span>
    <span class="trail__here">{here}</span>
    {children}
  </nav>
);

const LABEL: Translated<string> = { en: 'Where you are', pt: 'Onde você está' };
