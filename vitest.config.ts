import { defineConfig } from 'vitest/config'

const shared = { environment: 'node', restoreMocks: true } as const

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          ...shared,
          name: 'core',
          include: ['src/{core,language,contract,reports,web}/**/*.test.{ts,tsx}', 'test/golden/**/*.test.ts', 'test/architecture.test.ts'],
        },
      },
      {
        test: {
          ...shared,
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
        test: { ...shared, name: 'postgres', include: ['test/postgres/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/database-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
