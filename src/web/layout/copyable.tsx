export interface CopyableProps {
  readonly value: string;
  /** What the button says to who cannot see what it stands beside. */
  readonly label: string;
  readonly copy: string;
  readonly copied: string;
}

/** A text to take elsewhere: selected whole by one click, and with script copied by a button. */
export const Copyable = ({ value, label, copy, copied }: CopyableProps) => (
  <span class="copyable">
    <code>{value}</code>
    <button type="button" class="small" hidden data-copy={value} data-copied={copied} aria-label={label}>
      {copy}
    </button>
    <span class="visually-hidden" role="status" />
  </span>
);
