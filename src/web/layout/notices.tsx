import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Person } from '../../members/person.js';

/** Something that a person has to know wherever they are, and where to see to it. */
export interface Notice {
  readonly text: string;
  readonly path: string;
  readonly link: string;
}

/** What there is to tell a person on every screen. Asked for with each page, so it must be quick. */
export abstract class Notices {
  abstract find(person: Person): Promise<readonly Notice[]>;
}

/** The notices of the page that is being drawn. */
export const PageNotices = createContext<readonly Notice[]>([]);

/** The notices, above everything else on the page; nothing when there are none. */
export const NoticeBar = () => {
  const notices = useContext(PageNotices);
  return notices.length === 0 ? null : (
    <div class="banner" role="alert">
      {notices.map(({ text, path, link }) => (
        <p key={path}>
          {text} <a href={path}>{link}</a>
        </p>
      ))}
    </div>
  );
};
