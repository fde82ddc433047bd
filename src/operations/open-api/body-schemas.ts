import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';

type ComponentSchema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  required?: string[];
}
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
export type Constructor = abstract new (...args: never[]) => unknown;

/** The shape of every body that a controller takes, by the name of its class: what its validation demands, told as JSON Schema. */
export function bodySchemas(application: INestApplication): ReadonlyMap<string, ComponentSchema> {
  const bodies = controllersOf(application).flatMap(parameterTypesOf);
  return new Map([...new Set(bodies)].map((body) => [body.name, schemaOf(body)]));
}

/** Every controller of the application. */
export const controllersOf = (application: INestApplication): Constructor[] =>
  [...application.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].map(({ metatype }) => metatype as Constructor),
  );

function parameterTypesOf(controller: Constructor): Constructor[] {
  const prototype = controller.prototype as object;
  const types = Object.getOwnPropertyNames(prototype).flatMap(
    (method) => (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as (Constructor | undefined)[],
  );
  return types.filter((type) => type !== undefined).filter((type) => rulesOf(type).length > 0);
}

const rulesOf = (type: Constructor): Rule[] => getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);

/** What the validation of this class demands. */
export function schemaOf(type: Constructor): ObjectSchema {
  const byProperty = Object.entries(getMetadataStorage().groupByPropertyName(rulesOf(type)));
  const required = byProperty.filter(([, own]) => !own.some(({ type }) => type === 'conditionalValidation'));
  const properties = byProperty.map(
    ([name, own]) => [name, Object.assign({}, ...own.map(toSchema)) as object] as const,
  );
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required: required.map(([name]) => name) } : {}),
  };
}

const toSchema = ({ name, constraints }: Rule): object => VOCABULARY.get(name ?? '')?.(constraints as unknown[]) ?? {};

const VOCABULARY = new Map<string, (constraints: readonly unknown[]) => object>([
  ['isString', () => ({ type: 'string' })],
  ['isInt', () => ({ type: 'integer' })],
  ['isNumber', () => ({ type: 'number' })],
  ['isBoolean', () => ({ type: 'boolean' })],
  ['isEmail', () => ({ type: 'string', format: 'email' })],
  ['isUuid', () => ({ type: 'string', format: 'uuid' })],
  ['isDateString', () => ({ type: 'string', format: 'date-time' })],
  ['isIn', ([values]) => ({ enum: values })],
  ['isNotEmpty', () => ({ minLength: 1 })],
  ['minLength', ([minLength]) => ({ minLength })],
  ['maxLength', ([maxLength]) => ({ maxLength })],
  ['isLength', ([minLength, maxLength]) => ({ minLength, maxLength })],
  ['matches', ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source })],
  ['min', ([minimum]) => ({ minimum })],
  ['max', ([maximum]) => ({ maximum })],
]);
