import type { BenchRequest } from './bench-request.js';
import type { Load } from './drive.js';

/** As many as a page may have. */
export const LONG_PAGE = 1_000;

/** A walk through everybody, page after page: what to ask next, given what was answered last. */
export interface Walk {
  readonly name: string;
  next(answer?: Page): BenchRequest | undefined;
}

/** What a walk needs to know of a page. */
export interface Page {
  readonly totalResults: number;
  readonly nextCursor?: string;
  readonly Resources: readonly { readonly id: string }[];
}

/** As RFC 9865 has it: the first page by an empty cursor, each other by that of the one before, until there is none. */
export const byCursor = (): Walk => ({
  name: 'cursor',
  next(answer) {
    const cursor = answer ? answer.nextCursor : '';
    return cursor === undefined ? undefined : read(`cursor=${cursor}`);
  },
});

/** As most directories do: by position, for as long as `totalResults` says that there is more. */
export function byIndex(): Walk {
  let startIndex = 1;
  return {
    name: 'startIndex',
    next(answer) {
      startIndex += answer?.Resources.length ?? 0;
      return answer && startIndex > answer.totalResults ? undefined : read(`startIndex=${startIndex}`);
    },
  };
}

/** One worker who goes all the way, and tells of every page. */
export function follow(walk: Walk, meet: (page: Page) => void): Pick<Load, 'requests' | 'answered'> {
  let page: Page | undefined;
  function* ask() {
    for (let request = walk.next(); request; request = walk.next(page)) yield request;
  }
  const answered = (_: BenchRequest, body: string) => meet((page = JSON.parse(body) as Page));
  return { requests: [ask()], answered };
}

const read = (from: string): BenchRequest => ({
  method: 'GET',
  path: `/Users?${from}&count=${LONG_PAGE}`,
  expectedStatus: 200,
});
