export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

interface Tab {
  readonly path: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

/** The way between screens that belong together. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ path, text, isCurrent }) => (
      <a key={path} href={path} aria-current={isCurrent ? 'page' : undefined}>
        {text}
      </a>
    ))}
  </nav>
);
