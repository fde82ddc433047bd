import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ScimError } from '@ruleforge/scim';
import prettier from 'prettier';
import ts from 'typescript';
import { CAUSE_MESSAGES } from '../../src/settings/activity/causes/cause-messages.js';
import { type Cause, findCause } from '../../src/settings/activity/causes/find-cause.js';

const PAGE = new URL('../../docs/troubleshooting.md', import.meta.url);
const [BEGIN, END] = ['<!-- generated: every sentence -->', '<!-- /generated -->'];

/** A sentence that some request is refused with; what is filled in when it is said stands as `…`. */
interface Sentence {
  readonly text: string;
  readonly cause: Cause;
}

/** `UPDATE_DOCS=1 npm run jest -- troubleshooting` writes the page's list anew. */
describe('docs/troubleshooting.md', () => {
  const sentences = files().flatMap(sentencesIn);

  it('names every sentence that a directory can be refused with, its cause and what to do', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const [before = '', rest = ''] = page.split(BEGIN);
    const after = rest.split(END)[1] ?? '';
    const options = { ...(await prettier.resolveConfig(PAGE)), parser: 'markdown' };
    const wanted = await prettier.format(`${before}${BEGIN}\n\n${listOf(sentences)}\n${END}${after}`, options);
    if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, wanted);
    expect(readFileSync(PAGE, 'utf8')).toBe(wanted);
  });

  it.each([
    ['The plan has no free seat. Deactivate a member', 'seats'],
    ['No User has the id "x": assign the user to the application first.', 'notAssigned'],
    ['Another member of this organization already has this userName.', 'userNameTaken'],
    ['This connection is strict and refuses op-case. Write op', 'strict'],
    ['There are more than 20 members in one list: send them in parts.', 'large'],
    ['emails.value must be text.', 'value'],
  ])('knows the cause of a sentence: %s', (detail, cause) => {
    expect(findCause({ status: 400, scimType: 'invalidValue', detail })).toBe(cause);
  });

  it('finds a good number of them', () => {
    expect(sentences.length).toBeGreaterThan(120);
  });
});

function files(): string[] {
  const root = 'libs/scim/src/';
  const library = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => root + file);
  return [...library.filter((file) => /(?<!spec)\.ts$/.test(file)), 'src/members/member-errors.ts'];
}

function sentencesIn(file: string): Sentence[] {
  const text = readFileSync(file, 'utf8');
  if (!/ScimError|MemberError/.test(text) || /\/(?:testing|oauth)\//.test(file)) return [];
  const found: Sentence[] = [];
  const visit = (node: ts.Node, factory: string): void => {
    if (isForDevelopers(node)) return;
    const sentence = textOf(node);
    if (sentence !== undefined && /^[^\n]*\s[^\n]*[.…]$/.test(sentence)) {
      found.push({ text: sentence, cause: causeOf(factory, sentence) });
    }
    ts.forEachChild(node, (child) => visit(child, factoryOf(node) ?? factory));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), 'invalidValue');
  return found;
}

/** Errors that no directory sees, and remarks that are no refusals. */
function isForDevelopers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /^(?:Type)?Error$/.test(node.expression.getText());
  return ts.isBinaryExpression(node) && node.left.getText().endsWith('.remark');
}

/** What makes an error of the texts within: a factory of ScimError by its name, or a class of the members' rules. */
function factoryOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    if (callee === 'super') return 'forbidden';
    if (callee.startsWith('ScimError[')) return 'invalidValue';
    return /^ScimError\.(\w+)$/.exec(callee)?.[1] ?? (callee === 'refused' ? 'unauthorized' : undefined);
  }
  return ts.isMethodDeclaration(node) && node.getSourceFile().fileName.endsWith('scim-error.ts')
    ? node.name.getText()
    : undefined;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function causeOf(factory: string, detail: string): Cause {
  const make = (ScimError as unknown as Record<string, (...given: unknown[]) => ScimError>)[factory];
  const { status, scimType = null } = make ? make.call(ScimError, ['GET'], 'x') : { status: 400 };
  return findCause({ status, scimType, detail });
}

function listOf(sentences: readonly Sentence[]): string {
  const causes = [...new Set(sentences.map(({ cause }) => cause))].sort();
  return causes
    .map((cause) => {
      const { what, mend } = CAUSE_MESSAGES.en[cause];
      const texts = [...new Set(sentences.filter((one) => one.cause === cause).map(({ text }) => text))].sort();
      return `### ${what}\n\n${mend}\n\n${texts.map((text) => `- \`${text.replaceAll('`', "'")}\``).join('\n')}\n`;
    })
    .join('\n');
}
