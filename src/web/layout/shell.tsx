import type { ComponentChildren } from 'preact';
import { AccountMenu } from './account-menu.js';
import { Brand } from './brand.js';
import { Document } from './document.js';
import { LAYOUT_MESSAGES } from './layout-messages.js';
import { OrganizationMenu } from './organization-menu.js';
import { Sections } from './sections.js';
import type { Viewer } from './viewer.js';

export interface ShellProps {
  readonly viewer: Viewer;
  /** The path of the screen, which the navigation marks as the current one. */
  readonly path: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The frame of every screen behind sign-in; the organization that the person acts in is always in sight. */
export const Shell = ({ viewer, path, title, children }: ShellProps) => {
  const messages = LAYOUT_MESSAGES[viewer.language];
  return (
    <Document title={`${title} · ${viewer.organizationName}`} language={viewer.language}>
      <a class="skip" href="#content">
        {messages.skip}
      </a>
      <header class="bar">
        <div class="bar__inside">
          <Brand label={messages.home} />
          <OrganizationMenu viewer={viewer} messages={messages} />
          <AccountMenu viewer={viewer} messages={messages} />
        </div>
      </header>
      <div class="frame">
        <Sections current={path} role={viewer.role} messages={messages} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </Document>
  );
};
