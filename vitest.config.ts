import { defineConfig } from 'vitest/config'

/** As many files at a time as there are cores; left alone, vitest leaves one of two idle. */
const sideBySide = { environment: 'node', restoreMocks: true, maxWorkers: '100%' } as const

export default defineConfig({
  test: {
    reporters: ['default'],
    maxConcurrency: 3,
    projects: [
      {
        test: {
          ...sideBySide,
          name: 'core',
          // Pure code leaves nothing behind for the next file; loading it anew for each took as long as the tests.
          isolate: false,
          include: ['src/{core,language,contract,reports,web}/**/*.test.{ts,tsx}', 'test/golden/**/*.test.ts', 'test/architecture.test.ts'],
        },
      },
      {
        test: {
          ...sideBySide,
          name: 'application',
          include: [
            'src/{features,platform,demo,cli}/**/*.test.{ts,tsx}',
            'src/*.test.ts',
            'test/*.test.ts',
            'test/{attack,authorization}/**/*.test.ts',
          ],
          exclude: ['test/architecture.test.ts'],
          globalSetup: ['test/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { ...sideBySide, name: 'postgres', include: ['test/postgres/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
      },
      {
        test: {
          ...sideBySide,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/database-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
