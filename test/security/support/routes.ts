import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** One route of the application, as its controller declares it. */
export interface Route {
  readonly method: string;
  /** With a colon before each parameter. */
  readonly path: string;
}

/** Every route there is: read from the controllers that are loaded, so that none can be forgotten. */
export function routesOf(application: INestApplication): readonly Route[] {
  const modules = application.get(ModulesContainer);
  return [...modules.values()].flatMap(({ metatype, controllers }) => {
    const base = Reflect.getMetadata(`__module_path__${modules.applicationId}`, metatype) as string | undefined;
    return [...controllers.values()].flatMap(({ metatype: controller }) =>
      typeof controller === 'function' ? routesOfController(controller, base ?? '') : [],
    );
  });
}

/** The names of the parameters in a path, in order. */
export const parametersOf = ({ path }: Route): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

/** What a parameter is an id of, as the path says it: the segment before. */
export const kindOf = ({ path }: Route, parameter: string): string =>
  new RegExp(`([^/]+)/:${parameter}(?:/|$)`).exec(path)?.[1] ?? '';

function routesOfController(controller: { readonly prototype: object }, base: string): Route[] {
  const pathsOf = (target: object) => [Reflect.getMetadata('path', target) as string | string[]].flat();
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object | undefined;
    const method = handler && (Reflect.getMetadata('method', handler) as RequestMethod | undefined);
    if (method === undefined) return [];
    return pathsOf(controller).flatMap((prefix) =>
      pathsOf(handler!).map((path) => ({ method: RequestMethod[method], path: joined(base, prefix, path) })),
    );
  });
}

const joined = (...parts: readonly string[]): string =>
  `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
