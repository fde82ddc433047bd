import type { Language } from '../language.js';

export interface MomentProps {
  readonly at: Date;
  readonly language: Language;
}

/** A point in time as people read it, in UTC, which every screen and log has in common. */
export const Moment = ({ at, language }: MomentProps) => (
  <time dateTime={at.toISOString()}>{FORMATS[language].format(at)}</time>
);

const STYLE = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en', STYLE),
  pt: new Intl.DateTimeFormat('pt-BR', STYLE),
};
