import { can, type Permission, type Role } from '../../members/roles.js';
import type { LayoutMessages } from './layout-messages.js';

export interface SectionsProps {
  /** The path of the screen that is shown, or of the one that it belongs to. */
  readonly current: string;
  /** Of the person who looks. */
  readonly role: Role;
  readonly messages: LayoutMessages;
}

/** The way between the screens of *Settings* that the person may see. */
export const Sections = ({ current, role, messages }: SectionsProps) => (
  <nav class="sections" aria-label={messages.settings}>
    {CHAPTERS.filter(({ permission }) => permission === undefined || can(role, permission)).map((chapter) => (
      <div key={chapter.name}>
        <h2 id={`sections-${chapter.name}`}>{messages[chapter.name]}</h2>
        <ul aria-labelledby={`sections-${chapter.name}`}>
          {chapter.sections.map(({ path, name }) => (
            <li key={path}>
              <a href={path} aria-current={path === current ? 'page' : undefined}>
                {messages[name]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
);

type SectionName = 'members' | 'projects' | 'apiKeys' | 'providers' | 'provisioning' | 'audit';

interface Chapter {
  readonly name: 'settings' | 'identity' | 'governance';
  readonly permission?: Permission;
  readonly sections: readonly { readonly path: string; readonly name: SectionName }[];
}

const CHAPTERS: readonly Chapter[] = [
  {
    name: 'settings',
    sections: [
      { path: '/settings/members', name: 'members' },
      { path: '/settings/api-keys', name: 'apiKeys' },
    ],
  },
  {
    name: 'identity',
    permission: 'identity_provider:manage',
    sections: [
      { path: '/settings/identity/providers', name: 'providers' },
      { path: '/settings/identity/provisioning', name: 'provisioning' },
    ],
  },
  { name: 'governance', permission: 'audit:view', sections: [{ path: '/governance/audit', name: 'audit' }] },
];
