import { BadRequestException } from '@nestjs/common';
import type { DraftGroup, Edit } from './draft.js';
import { readGroupField, toGroupField } from './group-field.js';

/** What somebody wants who presses a button of the screen. */
export type Command =
  | Edit
  | { readonly kind: 'show' }
  /** The return key in a field: a group is prepared when one was typed, else it is searched. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'prepare'; readonly inProject: boolean }
  | { readonly kind: 'preview' }
  | { readonly kind: 'apply' };

/** The values of the buttons. */
export const COMMANDS = {
  show: 'show',
  enter: 'enter',
  prepare: 'prepare',
  prepareInProject: 'prepare-in-project',
  preview: 'preview',
  apply: 'apply',
  moveUp: (index: number) => `move-up ${index}`,
  moveDown: (index: number) => `move-down ${index}`,
  remove: (index: number) => `remove ${index}`,
  add: (group: DraftGroup) => `add ${toGroupField(group)}`,
  addInProject: (group: DraftGroup) => `add-in-project ${toGroupField(group)}`,
  replace: (index: number, group: DraftGroup) => `replace ${index} ${toGroupField(group)}`,
} as const;

/** @throws BadRequestException when no button of ours has the value */
export function readCommand(text: string): Command {
  const [name, rest] = split(text);
  const read = READERS.get(name);
  if (!read) throw new BadRequestException();
  return read(rest);
}

const READERS = new Map<string, (rest: string) => Command>([
  ['show', () => ({ kind: 'show' })],
  ['enter', () => ({ kind: 'enter' })],
  ['prepare', () => ({ kind: 'prepare', inProject: false })],
  ['prepare-in-project', () => ({ kind: 'prepare', inProject: true })],
  ['preview', () => ({ kind: 'preview' })],
  ['apply', () => ({ kind: 'apply' })],
  ['move-up', (rest) => ({ kind: 'move', index: Number(rest), by: -1 })],
  ['move-down', (rest) => ({ kind: 'move', index: Number(rest), by: 1 })],
  ['remove', (rest) => ({ kind: 'remove', index: Number(rest) })],
  ['add', (rest) => ({ kind: 'add', group: readGroupField(rest) })],
  ['add-in-project', (rest) => ({ kind: 'add-in-project', group: readGroupField(rest) })],
  ['replace', readReplace],
]);

function readReplace(text: string): Command {
  const [index, field] = split(text);
  return { kind: 'replace', index: Number(index), group: readGroupField(field) };
}

/** The first word, and all that follows. */
function split(text: string): [string, string] {
  const at = text.indexOf(' ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
