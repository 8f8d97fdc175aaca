import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findNode, ownEnvironment, root } from './installed.mjs'

const bin = (name) => join(root, 'node_modules', name)
const code = ['src', 'test', 'bench', 'scripts', 'vite.config.ts', 'vitest.config.ts']

/** Each check by its name and the program under Node 24 that makes it. */
export const checks = {
  types: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  'types of the core, without the world': [bin('typescript/bin/tsc'), '-p', 'tsconfig.core.json'],
  lint: [bin('oxlint/bin/oxlint'), '--type-aware', ...code],
  format: [bin('@biomejs/biome/bin/biome'), 'format'],
  'unused code': [bin('knip/bin/knip.js')],
}

/** Without which nothing goes out; the others are for whoever changes the code. */
export const mustHold = ['types', 'types of the core, without the world', 'lint']

const run = (words, options) => spawnSync(findNode(), words, { cwd: root, env: ownEnvironment(), encoding: 'utf8', ...options })

/** Runs checks one after the other; what a failed one says is printed. */
export const runChecks = (names) => {
  let failed = 0
  for (const name of names) {
    const start = performance.now()
    const { status, stdout, stderr } = run(checks[name])
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (status === 0) continue
    failed += 1
    console.log(`${stdout ?? ''}${stderr ?? ''}`)
  }
  return { passed: names.length - failed, failed, skipped: 0 }
}

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Runs vitest and counts each test; a runner that crashed or found nothing to run counts as one failure. */
export const runTests = (words) => {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-report-'))
  const file = join(folder, 'report.json')
  const { status } = run(
    [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
    { stdio: 'inherit' },
  )
  const report = readReport(file)
  rmSync(folder, { recursive: true, force: true })
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const silentFailure = (status !== 0 && failed === 0) || (status === 0 && failed > 0) || passed + failed === 0
  if (silentFailure) console.log('✗ the test runner failed outside of its tests, or ran none')
  return { passed, failed: failed + (silentFailure ? 1 : 0), skipped }
}

/** Prints the sum as the last line and ends the process with its status. */
export const conclude = (...counts) => {
  const sum = (name) => counts.reduce((total, each) => total + each[name], 0)
  console.log(sum('skipped') > 0 ? `\n${sum('skipped')} skipped: what they need is not on this machine` : '')
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
}
