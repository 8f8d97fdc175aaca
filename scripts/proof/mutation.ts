import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'

/**
 * Breaks the arithmetic of points in every way that the tool knows, one at a time, and looks whether a test of the core notices.
 * What no test notices is printed as `survived`; fails when more than an eighth does
 * (some breaks change nothing that can be seen: the sign of a common divisor, `<` for `<=` where both give the same).
 */
const lines = process.argv[2]
const folder = await mkdtemp(join(tmpdir(), 'parindex-mutation-'))
try {
  const results = await new Stryker({
    mutate: lines === undefined ? ['src/core/exact/*.ts', '!src/core/exact/*.test.ts'] : [`src/core/exact/points.ts:1-${lines}`],
    testRunner: 'command',
    commandRunner: { command: `${process.execPath} node_modules/vitest/vitest.mjs run --project=core --bail=1 src/core/exact` },
    concurrency: 2,
    // The tool rewrites it with a compiler interface that TypeScript 7 does not have; nothing is compiled here anyway.
    tsconfigFile: 'none.json',
    tempDirName: folder,
    reporters: [],
    ignorePatterns: ['/data', '/dist', '/golden', '/docs', '/bench', '/frameworks'],
    allowConsoleColors: false,
  }).runMutationTest()
  const count = (...statuses: readonly string[]): number => results.filter(({ status }) => statuses.includes(status)).length
  const survived = results.filter(({ status }) => status === 'Survived')
  const found = { mutants: results.length, killed: count('Killed', 'Timeout', 'RuntimeError', 'CompileError'), survived: survived.length }
  process.stdout.write(
    `${JSON.stringify({ ...found, where: survived.map(({ fileName, location }) => `${fileName.slice(process.cwd().length + 1)}:${location.start.line}`) })}\n`,
  )
  process.exitCode = results.length > 0 && survived.length <= results.length / 8 ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
