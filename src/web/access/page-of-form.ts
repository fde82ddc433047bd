import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { START_PATH } from './next-path.js';

/**
 * Where the form is found again that went to an address of a controller: the nearest of the controller's own pages, that address
 * or one above it. Not every address that takes a form is a page itself.
 */
export function pageOfForm(controller: Type, address: string): string {
  const pages = pagesOf(controller);
  const [path = ''] = address.split('?', 1);
  for (let page = path; page !== ''; page = page.slice(0, page.lastIndexOf('/'))) {
    if (pages.some((pattern) => pattern.test(page))) return page;
  }
  return START_PATH;
}

function pagesOf(controller: Type): RegExp[] {
  const prototype = controller.prototype as Readonly<Record<string, object>>;
  const base = pathsOf(controller);
  return Object.getOwnPropertyNames(prototype)
    .map((name) => Object(prototype[name]) as object)
    .filter((route) => Reflect.getMetadata(METHOD_METADATA, route) === RequestMethod.GET)
    .flatMap((route) => base.flatMap((start) => pathsOf(route).map((end) => patternOf(`${start}/${end}`))));
}

const pathsOf = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

const patternOf = (path: string): RegExp => new RegExp(`^${path.split('/').filter(Boolean).map(segmentOf).join('')}$`);

const segmentOf = (segment: string) => (segment.startsWith(':') ? '/[^/]+' : `/${segment}`);
