import { Expose, Transform } from 'class-transformer';
import { buildMessage, ValidateBy } from 'class-validator';

const NAMES = new Map<string | symbol, string>();

/** Binds a property to the environment variable of that name. */
export const Variable =
  (name: string): PropertyDecorator =>
  (target, property) => {
    NAMES.set(property, name);
    Expose({ name })(target, property);
  };

/** A variable that holds a whole number within bounds. */
export const WholeNumber =
  (least: number, most: number): PropertyDecorator =>
  (target, property) => {
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? toNumber(value) : value))(
      target,
      property,
    );
    ValidateBy({
      name: 'wholeNumber',
      validator: {
        validate: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
        defaultMessage: buildMessage(() => `must be a whole number from ${least} to ${most}`),
      },
    })(target, property);
  };

/** A variable that is `true` or `false`. */
export const Switch = (): PropertyDecorator => (target, property) => {
  Transform(({ value }: { value: unknown }) => SWITCHES.get(value) ?? value)(target, property);
  ValidateBy({
    name: 'switch',
    validator: {
      validate: (value) => typeof value === 'boolean',
      defaultMessage: buildMessage(() => 'must be true or false'),
    },
  })(target, property);
};

const SWITCHES = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/** The environment variable that a property is bound to. */
export const variableOf = (property: string): string => NAMES.get(property) ?? property;

/** Names that begin like ours and mean nothing to us: most likely misspelt. */
export function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  const known = new Set(NAMES.values());
  return Object.keys(env).filter((name) => name.startsWith('RULEFORGE_') && !known.has(name));
}

const toNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : NaN);
