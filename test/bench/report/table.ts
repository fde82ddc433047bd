/** A table in Markdown, with numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const isNumeric = head.map((_, column) => rows.every((row) => /^[\d –.≥≤]/.test(row[column]!)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => (isNumeric[n] ? cell.padStart(widths[n]!) : cell.padEnd(widths[n]!))).join(' | ')} |`;
  const rule = widths.map((width, n) => (isNumeric[n] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** A number with as many digits as its size deserves. */
export const figure = (value: number | undefined): string => {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
};
