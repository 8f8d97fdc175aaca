import { defineConfig } from 'vitest/config'

/** The tests of the core alone, for the tool that breaks it. */
export default defineConfig({
  test: { environment: 'node', restoreMocks: true, include: ['src/core/**/*.test.ts', 'test/golden/**/*.test.ts'] },
})
