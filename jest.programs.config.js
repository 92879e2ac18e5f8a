import config from './jest.config.js';

/** Tests that need programs from outside npm: wget (Debian package wget). */
export default {
  ...config,
  testMatch: ['<rootDir>/tests/with-programs/**/*.test.ts'],
  testPathIgnorePatterns: [],
};
