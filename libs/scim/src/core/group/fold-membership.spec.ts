import fc from 'fast-check';
import { matches } from '../filter/matches.js';
import { GROUP_RESOURCE_TYPE as GROUP } from '../schema/group-resource-type.js';
import type { MembershipStep } from './group-patch.js';
import { readGroupPatch } from './read-group-patch.js';

const IDS = ['a1', 'a2', 'b1', 'b2', 'c1'];
const valuesOf = (ids: readonly string[]) => ids.map((value) => ({ value }));

/** One operation as it is sent, and what it means for a set, in the plainest words. */
interface Example {
  readonly sent: object;
  readonly apply: (members: ReadonlySet<string>) => ReadonlySet<string>;
}

const ids = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 });
const example: fc.Arbitrary<Example> = fc.oneof(
  ids.map((some) => ({
    sent: { op: 'add', path: 'members', value: valuesOf(some) },
    apply: (members: ReadonlySet<string>) => new Set([...members, ...some]),
  })),
  ids.map((some) => ({
    sent: { op: 'replace', value: { members: valuesOf(some) } },
    apply: () => new Set(some),
  })),
  ids.map((some) => ({
    sent: { op: 'remove', path: 'members', value: valuesOf(some) },
    apply: (members: ReadonlySet<string>) => without(members, (id) => some.includes(id)),
  })),
  fc.constantFrom(...IDS).map((one) => ({
    sent: { op: 'remove', path: `members[value eq "${one}"]` },
    apply: (members: ReadonlySet<string>) => without(members, (id) => id === one),
  })),
  fc.constantFrom('a', 'b', 'c').map((letter) => ({
    sent: { op: 'remove', path: `members[value sw "${letter}"]` },
    apply: (members: ReadonlySet<string>) => without(members, (id) => id.startsWith(letter)),
  })),
  fc.constant({ sent: { op: 'remove', path: 'members' }, apply: () => new Set<string>() }),
);

const without = (members: ReadonlySet<string>, isLeaving: (id: string) => boolean) =>
  new Set([...members].filter((id) => !isLeaving(id)));

function taken(members: ReadonlySet<string>, step: MembershipStep): ReadonlySet<string> {
  if (step.kind === 'remove-where') return without(members, (value) => matches(step.where, { value }));
  const staying = step.clear ? [] : without(members, (id) => step.remove.has(id));
  return new Set([...staying, ...step.add]);
}

const read = (examples: readonly Example[]) =>
  readGroupPatch({ Operations: examples.map(({ sent }) => sent) }, GROUP, () => undefined).members;

const sorted = (members: ReadonlySet<string>) => [...members].sort();

it('leaves the members that the operations leave, one after the other', () =>
  fc.assert(
    fc.property(ids, fc.array(example, { maxLength: 8 }), (before, examples) => {
      const start: ReadonlySet<string> = new Set(before);
      const wanted = examples.reduce((members, { apply }) => apply(members), start);
      expect(sorted(read(examples).reduce(taken, start))).toEqual(sorted(wanted));
    }),
  ));

it('has at most one step between two filters, and no id both ways', () =>
  fc.assert(
    fc.property(fc.array(example, { maxLength: 8 }), (examples) => {
      const steps = read(examples);
      for (const [place, step] of steps.entries()) {
        if (step.kind === 'remove-where') continue;
        expect(steps[place + 1]?.kind).not.toBe('change');
        expect([...step.add].filter((id) => step.remove.has(id))).toEqual([]);
      }
    }),
  ));
