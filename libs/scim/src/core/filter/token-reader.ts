import type { ScimError } from '../errors/scim-error.js';
import { FILTER_LIMITS } from './filter-limits.js';

/** A bracket, a word (name, operator, keyword or number), a JSON string in its quotes, or the end of the text. */
export interface Token {
  readonly kind: '(' | ')' | '[' | ']' | 'word' | 'string' | 'end';
  readonly text: string;
  readonly start: number;
}

export type Refuse = (detail: string) => ScimError;

const TOKEN = /([()[\]])|([\w$.:%+-]+)|("(?:[^"\\]|\\.)*")/suy;
const BLANKS = /[ \t\r\n]*/y;
const CLOSING_QUOTE = 'a closing double quote to this text';
const ANY_TOKEN = 'a name, an operator, a bracket, or a value in double quotes';

/** Hands out a filter's tokens one by one, in one pass over the text. Errors are made by `refuse` and never repeat the text. */
export class TokenReader {
  private position = 0;
  current: Token;

  constructor(
    private readonly source: string,
    readonly refuse: Refuse,
  ) {
    if (source.length > FILTER_LIMITS.length) {
      throw refuse(`The expression is longer than ${FILTER_LIMITS.length} characters, the most that is read.`);
    }
    this.current = this.read();
  }

  /** The current token, having moved on to the next one. */
  take(): Token {
    const token = this.current;
    if (token.kind !== 'end') this.current = this.read();
    return token;
  }

  /** Like `take`, where only that kind will do. */
  expect(kind: Token['kind'], expected: string): Token {
    if (this.current.kind !== kind) throw this.unexpected(expected);
    return this.take();
  }

  /** Whether the current token is that word, in any case; moves past it if it is. */
  takeWord(word: string): boolean {
    const found = this.current.kind === 'word' && this.current.text.toLowerCase() === word;
    if (found) this.take();
    return found;
  }

  unexpected(expected: string, start = this.current.start): ScimError {
    return this.refuse(`At character ${start + 1}: expected ${expected}.`);
  }

  private read(): Token {
    BLANKS.lastIndex = this.position;
    BLANKS.test(this.source);
    const start = (TOKEN.lastIndex = BLANKS.lastIndex);
    if (start === this.source.length) return { kind: 'end', text: '', start };
    const [text, bracket, word] = TOKEN.exec(this.source) ?? [];
    if (text === undefined) throw this.unexpected(this.source[start] === '"' ? CLOSING_QUOTE : ANY_TOKEN, start);
    this.position = start + text.length;
    return { kind: bracket ? (bracket as '(' | ')' | '[' | ']') : word ? 'word' : 'string', text, start };
  }
}
