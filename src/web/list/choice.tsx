export interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  /** What each value is called, in order; the empty one is any. */
  readonly options: Readonly<Record<string, string>>;
}

/** A field that chooses one of a few. */
export const Choice = ({ label, name, value = '', options }: ChoiceProps) => (
  <label>
    {label}
    <select name={name}>
      {Object.entries(options).map(([option, text]) => (
        <option key={option} value={option} selected={option === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
