import type { ComponentChildren } from 'preact';

export interface CommandButtonProps {
  /** Keeps the focus where it is when the part of the page is drawn anew. */
  readonly id: string;
  readonly command: string;
  /** Where the form is sent. */
  readonly path: string;
  readonly label?: string;
  /** Whether it would change nothing; it stays where the focus is, and says so. */
  readonly idle?: boolean;
  readonly children: ComponentChildren;
}

/** A button that edits the draft: it sends the form, and with script only the mappings are drawn anew. */
export const CommandButton = ({ id, command, path, label, idle, children }: CommandButtonProps) => (
  <button
    id={id}
    type="submit"
    name="do"
    value={command}
    class="small"
    aria-label={label}
    title={label}
    aria-disabled={idle}
    {...drawnInPlace(path)}
  >
    {children}
  </button>
);

/** What the return key in a field of the form presses: a form takes its first button for that. */
export const EnterButton = ({ command, path }: Pick<CommandButtonProps, 'command' | 'path'>) => (
  <button
    type="submit"
    name="do"
    value={command}
    class="visually-hidden"
    tabIndex={-1}
    aria-hidden="true"
    {...drawnInPlace(path)}
  />
);

// Two edits on their way at once would each lose the other: while one is, the next one is not sent.
const drawnInPlace = (path: string) => ({
  'hx-post': path,
  'hx-target': '#role-mapping',
  'hx-select': '#role-mapping',
  'hx-swap': 'outerHTML',
  'hx-sync': 'closest form:drop',
});
