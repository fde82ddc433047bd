import type { VNode } from 'preact';

/** A view that says why something was not done, under a status that says so too. */
export class Refused {
  constructor(
    readonly status: 404 | 422 | 429,
    readonly view: VNode,
  ) {}
}
