const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * A date and time of RFC 7643 §2.3.5 as UTC text of one width, to the millisecond, so that instants compare as texts do.
 * Without a zone it is taken for UTC. Years 1 to 9999, which PostgreSQL knows too.
 * @returns `undefined` when the text is no valid xsd:dateTime, or beyond those years
 */
export function parseDateTime(text: string): string | undefined {
  const [whole, fraction = '', zone = 'Z'] = DATE_TIME.exec(text) ?? [];
  if (whole === undefined || !isDay(whole.slice(0, 10))) return undefined;
  const instant = Date.parse(`${whole.slice(0, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  if (Number.isNaN(instant) || instant < FIRST || instant > LAST) return undefined;
  return new Date(instant).toISOString();
}

const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** `Date.parse` takes the 30th of February for a day in March. */
function isDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}
