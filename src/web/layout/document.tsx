import type { ComponentChildren } from 'preact';
import { ASSETS } from '../assets/assets.js';
import type { Language } from '../language.js';

export interface DocumentProps {
  readonly title: string;
  readonly language: Language;
  readonly children: ComponentChildren;
}

/** A whole HTML document without inline script or style, so that the strictest content security policy holds. */
export const Document = ({ title, language, children }: DocumentProps) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="htmx-config" content="includeIndicatorCSS:false, defaultTimeout:15000" />
      <title>{`${title} · RuleForge`}</title>
      <link rel="icon" href={ASSETS.favicon.path} type={ASSETS.favicon.contentType} />
      <link rel="stylesheet" href={ASSETS.pico.path} />
      <link rel="stylesheet" href={ASSETS.ruleforge.path} />
      <script src={ASSETS.htmx.path} defer />
      <script src={ASSETS.copy.path} defer />
    </head>
    <body>{children}</body>
  </html>
);
