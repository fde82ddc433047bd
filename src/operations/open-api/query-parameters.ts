import type { INestApplication } from '@nestjs/common';
import { PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { type Constructor, controllersOf, schemaOf } from './body-schemas.js';

interface QueryParameter {
  readonly name: string;
  readonly in: 'query';
  readonly required: boolean;
  readonly schema: object;
}

/** What a route may be asked, by its operation id: what the validation of its whole query demands. */
export const queryParameters = (application: INestApplication): ReadonlyMap<string, readonly QueryParameter[]> =>
  new Map(controllersOf(application).filter(isForPrograms).flatMap(parametersOf));

/** Screens have controllers of the same names. */
const isForPrograms = (controller: Constructor) =>
  String(Reflect.getMetadata(PATH_METADATA, controller)).startsWith('api/');

const parametersOf = (controller: Constructor) =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
    const query = queryOf(controller, method);
    return query ? [[`${controller.name}_${method}`, toParameters(query)] as const] : [];
  });

function queryOf(controller: Constructor, method: string): Constructor | undefined {
  const routed = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Routed;
  const [, whole] =
    Object.entries(routed).find(([key, { data }]) => key.startsWith(`${RouteParamtypes.QUERY}:`) && !data) ?? [];
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) as Constructor[];
  return whole && types[whole.index];
}

type Routed = Readonly<Record<string, { readonly index: number; readonly data?: unknown }>>;

function toParameters(query: Constructor): QueryParameter[] {
  const { properties, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', schema },
    required: required.includes(name),
  }));
}
