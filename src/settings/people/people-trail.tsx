import type { Language, Translated } from '../../web/language.js';

export interface PeopleTrailProps {
  readonly to: string;
  readonly name: string;
  /** What the page is. */
  readonly here: string;
  readonly language: Language;
}

/** The way back to the list that the page belongs to. */
export const PeopleTrail = ({ to, name, here, language }: PeopleTrailProps) => (
  <nav class="breadcrumbs" aria-label={LABEL[language]}>
    <a href={to}>{name}</a>
    <span aria-hidden="true">›</span>
    <span class="people-address">{here}</span>
  </nav>
);

const LABEL: Translated<string> = { en: 'Where you are', pt: 'Onde você está' };
