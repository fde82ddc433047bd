import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  /** A run of a minute, whose figures are rough. */
  readonly quick: boolean;
  /** The one series to run. */
  readonly only: string | undefined;
  /** CPU profiles of the application instead of measurements. */
  readonly profile: boolean;
  /** The compiled application: another one than this repository's serves to compare two versions. */
  readonly app: string;
}

/** @throws Error for an option that there is not */
export function readOptions(args: readonly string[], builtApp: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      profile: { type: 'boolean', default: false },
      app: { type: 'string', default: builtApp },
    },
  });
  return { quick: values.quick, only: values.only, profile: values.profile, app: values.app };
}
