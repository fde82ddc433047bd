import type { AttributePath, CompareOperator, CompareValue, Filter } from './filter.js';
import { FILTER_LIMITS } from './filter-limits.js';
import { type Refuse, type Token, TokenReader } from './token-reader.js';

type Term = Extract<Filter, { kind: 'present' | 'compare' }>;

const OPERATORS: ReadonlyMap<string, CompareOperator> = new Map(
  (['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const).map((operator) => [operator, operator]),
);
const KEYWORDS = new Map<string, CompareValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const NAME = /^[A-Za-z$][\w$-]*$/;
const NAME_BEHIND_URN = /^[\w$-]+$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** The grammar of RFC 7644 §3.4.2.2 by recursive descent; how deep it may go is checked before it goes there. */
export class FilterParser {
  private readonly tokens: TokenReader;
  private depth = 0;
  private terms = 0;
  private inBrackets = false;

  constructor(
    text: string,
    refuse: Refuse,
    private readonly mostTerms: number = FILTER_LIMITS.terms,
  ) {
    this.tokens = new TokenReader(text, refuse);
  }

  /** `operand or operand …`, where `and` binds closer and `not` closest. */
  disjunction(): Filter {
    return this.chain('or', () => this.chain('and', () => this.operand()));
  }

  attributePath(): AttributePath {
    const token = this.tokens.expect('word', 'an attribute name');
    const colon = token.text.lastIndexOf(':');
    const [name = '', sub, ...rest] = token.text.slice(colon + 1).split('.');
    const pattern = colon < 0 ? NAME : NAME_BEHIND_URN;
    if (!pattern.test(name) || (sub !== undefined && !pattern.test(sub)) || rest.length > 0) {
      throw this.tokens.unexpected(
        'an attribute name, such as userName, name.givenName or URN:department',
        token.start,
      );
    }
    return { ...(colon >= 0 && { schema: token.text.slice(0, colon) }), name, ...(sub !== undefined && { sub }) };
  }

  /** `[filter]`, if it stands here. */
  bracketed(): Filter | undefined {
    if (this.tokens.current.kind !== '[') return undefined;
    if (this.inBrackets) throw this.tokens.unexpected('no square brackets inside square brackets');
    this.inBrackets = true;
    const where = this.enclosed('[', ']');
    this.inBrackets = false;
    return where;
  }

  /** `.sub`, if it follows the closing bracket. */
  subBehindBracket(): string | undefined {
    const { kind, text } = this.tokens.current;
    if (kind !== 'word' || !text.startsWith('.')) return undefined;
    if (!NAME.test(text.slice(1))) throw this.tokens.unexpected('the name of one sub-attribute after the dot');
    this.tokens.take();
    return text.slice(1);
  }

  end(expected: string): void {
    this.tokens.expect('end', expected);
  }

  private chain(kind: 'and' | 'or', operand: () => Filter): Filter {
    const first = operand();
    const operands = [first];
    while (this.tokens.takeWord(kind)) operands.push(operand());
    return operands.length === 1 ? first : { kind, operands };
  }

  private operand(): Filter {
    if (this.tokens.current.kind === '(') return this.enclosed('(', ')');
    if (this.tokens.takeWord('not')) return { kind: 'not', operand: this.enclosed('(', ')') };
    const path = this.attributePath();
    const where = this.bracketed();
    if (!where) return this.term(path);
    const sub = this.subBehindBracket();
    return { kind: 'has', path, where: sub === undefined ? where : both(where, this.term({ name: sub })) };
  }

  private enclosed(open: '(' | '[', close: ')' | ']'): Filter {
    this.tokens.expect(open, open === '(' ? 'an opening parenthesis' : 'an opening square bracket');
    if (++this.depth > FILTER_LIMITS.depth) {
      throw this.tokens.refuse(`Brackets stand more than ${FILTER_LIMITS.depth} deep in one another.`);
    }
    const inner = this.disjunction();
    this.tokens.expect(close, `and, or, or a closing ${open === '(' ? 'parenthesis' : 'square bracket'}`);
    this.depth--;
    return inner;
  }

  private term(path: AttributePath): Term {
    if (++this.terms > this.mostTerms) {
      throw this.tokens.refuse(`There are more than ${this.mostTerms} comparisons, the most that is answered.`);
    }
    if (this.tokens.takeWord('pr')) return { kind: 'present', path };
    const { kind, text } = this.tokens.current;
    const operator = kind === 'word' ? OPERATORS.get(text.toLowerCase()) : undefined;
    if (!operator) throw this.tokens.unexpected('one of the operators eq, ne, co, sw, ew, gt, ge, lt, le and pr');
    this.tokens.take();
    return { kind: 'compare', path, operator, value: this.value(this.tokens.take()) };
  }

  private value(token: Token): CompareValue {
    const value =
      token.kind === 'string' ? toText(token.text) : token.kind === 'word' ? toSimple(token.text) : undefined;
    if (value === undefined) {
      throw this.tokens.unexpected(
        'a value: text in double quotes, as JSON has it, a number, true, false or null',
        token.start,
      );
    }
    return value;
  }
}

const both = (where: Filter, term: Term): Filter => ({
  kind: 'and',
  operands: where.kind === 'and' ? [...where.operands, term] : [where, term],
});

function toText(literal: string): string | undefined {
  try {
    const value = JSON.parse(literal) as string;
    return UNSTORABLE.test(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function toSimple(word: string): CompareValue | undefined {
  if (!NUMBER.test(word)) return KEYWORDS.get(word.toLowerCase());
  const value = Number(word);
  return Number.isFinite(value) ? value : undefined;
}
