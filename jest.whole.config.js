import config from './jest.config.js';
import { TOGETHER, writeTogether } from './test/support/together.mjs';

/** As `jest.config.js`, for all tests at once. @type {import('jest').Config} */
export default {
  ...config,
  roots: [...config.roots, writeTogether()],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testPathIgnorePatterns: ['/node_modules/', TOGETHER],
};
