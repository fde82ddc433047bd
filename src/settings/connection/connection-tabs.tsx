import type { Language } from '../../web/language.js';
import { Tabs } from '../../web/layout/tabs.js';
import { CONNECTION_MESSAGES } from './connection-messages.js';
import { CONNECTION_SCREENS, type ConnectionScreen, toConnectionPath } from './connection-path.js';

export interface ConnectionTabsProps {
  readonly connectionId: string;
  /** The tab that the screen is, or belongs to. */
  readonly current?: ConnectionScreen | undefined;
  readonly language: Language;
}

/** The way between the screens of a connection. */
export const ConnectionTabs = ({ connectionId, current, language }: ConnectionTabsProps) => {
  const { screens, tabs } = CONNECTION_MESSAGES[language];
  const all = CONNECTION_SCREENS.map((screen) => ({
    path: toConnectionPath(connectionId, screen),
    text: tabs[screen],
    isCurrent: screen === current,
  }));
  return <Tabs label={screens} tabs={all} />;
};
