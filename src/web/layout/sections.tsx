import type { LayoutMessages } from './layout-messages.js';

export interface SectionsProps {
  /** The path of the screen that is shown. */
  readonly current: string;
  readonly messages: LayoutMessages;
}

/** The way between the screens of *Settings*. */
export const Sections = ({ current, messages }: SectionsProps) => (
  <nav class="sections" aria-labelledby="sections">
    <h2 id="sections">{messages.settings}</h2>
    <ul>
      {SECTIONS.map(({ path, name }) => (
        <li key={path}>
          <a href={path} aria-current={path === current ? 'page' : undefined}>
            {messages[name]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

interface Section {
  readonly path: string;
  readonly name: 'members';
}

const SECTIONS: readonly Section[] = [{ path: '/settings/members', name: 'members' }];
