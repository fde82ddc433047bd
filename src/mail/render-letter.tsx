import { renderToString } from 'preact-render-to-string';
import type { Language } from '../web/language.js';
import type { Letter } from './letter.js';

/** A letter as it is sent. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Gives a letter its form: as text, and as HTML in which every text is escaped. */
export function renderLetter(letter: Letter, language: Language): RenderedLetter {
  const subject = letter.subject.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_SUBJECT);
  const html = renderToString(<LetterView letter={{ ...letter, subject }} language={language} />);
  return { subject, text: toText(letter), html: `<!doctype html>${html}` };
}

const LONGEST_SUBJECT = 250;

const toText = ({ paragraphs, action, closing }: Letter): string =>
  [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), '-- ', ...closing].join('\n\n');

interface LetterViewProps {
  readonly letter: Letter;
  readonly language: Language;
}

const LetterView = ({ letter: { subject, paragraphs, action, closing }, language }: LetterViewProps) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{subject}</title>
    </head>
    <body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
      <div style="max-width:34rem;margin:0 auto">
        <p style="margin:0 0 24px;font-weight:700">RuleForge</p>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} style="margin:0 0 16px">
            {paragraph}
          </p>
        ))}
        {action && <Action {...action} />}
        <hr style="border:0;border-top:1px solid #8b919c66;margin:24px 0 16px" />
        {closing.map((sentence) => (
          <p key={sentence} style="margin:0 0 8px;font-size:13px;opacity:.75">
            {sentence}
          </p>
        ))}
      </div>
    </body>
  </html>
);

const Action = ({ label, url }: NonNullable<Letter['action']>) => (
  <>
    <p style="margin:24px 0">
      <a
        href={url}
        style="display:inline-block;padding:12px 20px;border-radius:8px;background:#b53a07;color:#fff;text-decoration:none;font-weight:600"
      >
        {label}
      </a>
    </p>
    <p style="margin:0 0 16px;font-size:13px;word-break:break-all">{url}</p>
  </>
);
