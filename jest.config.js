/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // A worker a core: most tests wait for a database or a browser as much as they compute.
  maxWorkers: '100%',
  // Tests that run side by side in one file: programs that mostly wait.
  maxConcurrency: 12,
  // A story waits for nothing; this is for a machine that does other things beside.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  setupFiles: ['<rootDir>/test/between-files.ts'],
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  reporters: ['default', '<rootDir>/test/summary-reporter.js'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false },
        },
      },
    ],
  },
};
