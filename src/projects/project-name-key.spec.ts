import { InvalidProjectName } from './project-errors.js';
import { projectNameKey } from './project-name-key.js';

describe('the key of a project name', () => {
  it.each([
    ['Detections', 'detections'],
    ['  Cloud   Rules ', 'cloud rules'],
    ['E\u0301TUDES', '\u00e9tudes'],
  ])('of %j is %j', (name, key) => expect(projectNameKey(name)).toBe(key));

  it.each([[''], ['   '], ['a\0b'], ['\ud800'], ['x'.repeat(121)]])('refuses %j', (name) =>
    expect(() => projectNameKey(name)).toThrow(InvalidProjectName),
  );
});
