import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Of the control, whose id it is too. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** A control with its label before it and its hint, `<name>-hint`, after it. */
export const Field = ({ name, label, hint, children }: FieldProps) => (
  <div class="provider-field">
    <label for={name}>{label}</label>
    {children}
    {hint && (
      <small id={`${name}-hint`} class="muted">
        {hint}
      </small>
    )}
  </div>
);

export interface BoxProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly ticked: boolean;
}

/** A box to tick, with what it means. */
export const Box = ({ name, label, hint, ticked }: BoxProps) => (
  <div class="provider-field">
    <label>
      <input type="checkbox" name={name} value="yes" defaultChecked={ticked} aria-describedby={`${name}-hint`} />
      {label}
    </label>
    <small id={`${name}-hint`} class="muted">
      {hint}
    </small>
  </div>
);
