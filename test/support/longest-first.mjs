import Sequencer from '@jest/test-sequencer';
import { PLACE } from './together.mjs';

/** Begins with the files that take long: whoever is last to take one would otherwise keep everybody waiting. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const length = ({ path }) => (path.startsWith(PLACE) ? 2 : Number(path.includes('/test/start/')));
    return [...super.sort(tests)].sort((one, other) => length(other) - length(one));
  }
}
