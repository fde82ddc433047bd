import { can, type Permission } from '../../members/roles.js';
import type { Translated } from '../../web/language.js';
import { Tabs } from '../../web/layout/tabs.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { MEMBERS_PATH } from '../members/members-path.js';
import { INVITATIONS_PATH, PROJECTS_PATH } from './people-path.js';

export interface PeopleTabsProps {
  readonly current: string;
  readonly viewer: Viewer;
}

/** The three parts of *Settings → Members*, as far as the person may see them. */
export const PeopleTabs = ({ current, viewer: { language, role } }: PeopleTabsProps) => {
  const words = WORDS[language];
  const seen = TABS.filter(({ permission }) => permission === undefined || can(role, permission));
  const tabs = seen.map(({ path, name }) => ({ path, text: words[name], isCurrent: path === current }));
  return <Tabs label={words.parts} tabs={tabs} />;
};

interface Tab {
  readonly path: string;
  readonly name: 'members' | 'invitations' | 'projects';
  readonly permission?: Permission;
}

const TABS: readonly Tab[] = [
  { path: MEMBERS_PATH, name: 'members' },
  { path: INVITATIONS_PATH, name: 'invitations', permission: 'member:manage' },
  { path: PROJECTS_PATH, name: 'projects' },
];

const WORDS: Translated<Readonly<Record<Tab['name'] | 'parts', string>>> = {
  en: {
    parts: 'Parts of Members',
    members: 'Organization members',
    invitations: 'Pending invitations',
    projects: 'Per-project access',
  },
  pt: {
    parts: 'Partes de Membros',
    members: 'Membros da organização',
    invitations: 'Convites pendentes',
    projects: 'Acesso por projeto',
  },
};
