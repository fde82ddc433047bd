import type { ComponentChildren } from 'preact';

export interface HeadlineProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** What one can begin here. */
  readonly children?: ComponentChildren;
}

/** What a screen is, what it is for, and what can be begun on it. */
export const Headline = ({ title, lead, children }: HeadlineProps) => (
  <div class="headline">
    <div>
      <h1>{title}</h1>
      {lead && <p class="muted">{lead}</p>}
    </div>
    {children}
  </div>
);
