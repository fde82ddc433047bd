import type { Language } from '../language.js';

export interface MomentProps {
  readonly at: Date;
  readonly language: Language;
}

/** A point in time as people read it, in UTC, which every screen and log has in common. */
export const Moment = ({ at, language }: MomentProps) => (
  <time dateTime={at.toISOString()}>{sayMoment(at, language)}</time>
);

/** The same as text. */
export const sayMoment = (at: Date, language: Language): string => FORMATS[language].format(at);

const STYLE = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en', STYLE),
  pt: new Intl.DateTimeFormat('pt-BR', STYLE),
};
