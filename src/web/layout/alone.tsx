import type { ComponentChildren } from 'preact';
import type { Language } from '../language.js';
import { Brand } from './brand.js';
import { Document } from './document.js';
import { LAYOUT_MESSAGES } from './layout-messages.js';

export interface AloneProps {
  readonly title: string;
  readonly language: Language;
  readonly children: ComponentChildren;
  /** A sentence under the card. */
  readonly note?: string;
}

/** One card in the middle of the page: what a person sees who is not signed in, or went astray. */
export const Alone = ({ title, language, children, note }: AloneProps) => (
  <Document title={title} language={language}>
    <main class="alone">
      <Brand label={LAYOUT_MESSAGES[language].home} />
      <article>{children}</article>
      {note && <p class="muted">{note}</p>}
    </main>
  </Document>
);
