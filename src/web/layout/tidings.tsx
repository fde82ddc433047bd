import type { ComponentChildren } from 'preact';

export interface TidingsProps {
  /** By which a field says that it is the reason. */
  readonly id?: string;
  /** Nothing is shown when there is nothing to say. */
  readonly children?: ComponentChildren;
}

/** What has just been done. */
export const Report = ({ children }: TidingsProps) =>
  children ? (
    <p class="done" role="status">
      {children}
    </p>
  ) : null;

/** Why something was not done. */
export const Alert = ({ id, children }: TidingsProps) =>
  children ? (
    <p class="alert" role="alert" id={id}>
      {children}
    </p>
  ) : null;
