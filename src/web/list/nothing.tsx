import type { ComponentChildren } from 'preact';

export interface NothingProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** What one can do about it. */
  readonly children?: ComponentChildren;
}

/** Where a list would be that has nothing in it. */
export const Nothing = ({ title, hint, children }: NothingProps) => (
  <div class="nothing">
    <p>
      <strong>{title}</strong>
    </p>
    {hint && <p class="muted">{hint}</p>}
    {children}
  </div>
);
