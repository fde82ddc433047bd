import type { ConnectionPageMessages } from './connection-page-messages.js';

export interface CopyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly messages: Pick<ConnectionPageMessages, 'copy' | 'copied'>;
}

/** A value to be entered elsewhere: with script it is copied by a button, without it is selected by hand. */
export const CopyField = ({ id, label, value, hint, messages }: CopyFieldProps) => (
  <div class="copy">
    <label for={id}>{label}</label>
    <div class="copy__row">
      <input
        id={id}
        class="copy__value"
        type="text"
        value={value}
        readOnly
        autocomplete="off"
        spellcheck={false}
        aria-describedby={hint && `${id}-hint`}
      />
      <button
        type="button"
        class="small"
        hidden
        data-copy={id}
        data-copied={messages.copied}
        aria-label={`${messages.copy}: ${label}`}
      >
        {messages.copy}
      </button>
    </div>
    {hint && (
      <p id={`${id}-hint`} class="copy__hint">
        {hint}
      </p>
    )}
  </div>
);
