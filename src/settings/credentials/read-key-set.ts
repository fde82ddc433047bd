import { Alerted } from '../connection/connection-alert.js';

/** The JSON that somebody pasted, nothing for nothing, or why it is none. */
export function readKeySet(text: string): object | undefined | Alerted {
  if (text.trim() === '') return undefined;
  try {
    const keys: unknown = JSON.parse(text);
    return typeof keys === 'object' && keys !== null ? keys : new Alerted('keys');
  } catch {
    return new Alerted('keys');
  }
}
