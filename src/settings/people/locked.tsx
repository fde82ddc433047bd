import type { ComponentChildren } from 'preact';

/** Why something cannot be changed here, and where it can. */
export const Locked = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="people-locked">
    <span>{children}</span>
  </p>
);
