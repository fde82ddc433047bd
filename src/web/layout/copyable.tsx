export interface CopyableProps {
  /** Of the field, on this page. */
  readonly id: string;
  /** What the text is. */
  readonly name: string;
  readonly value: string;
  readonly copy: string;
  readonly copied: string;
}

/** A text to take elsewhere: a field that can be selected, and with script a button that copies it. */
export const Copyable = ({ id, name, value, copy, copied }: CopyableProps) => (
  <span class="copyable">
    <input id={id} value={value} readOnly aria-label={name} spellcheck={false} />
    <button type="button" class="small" hidden data-copy={id} data-copied={copied} aria-describedby={id}>
      {copy}
    </button>
  </span>
);
