import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

/** Runs each bench of this folder in a process of its own; figures are printed, nothing is asserted. Arguments go on to each. */
const parts = new Set([
  'run.ts',
  'measure.ts',
  'large-province.ts',
  'fill-province.ts',
  'processor-time.ts',
  'respondents.ts',
  'workbook.ts',
])
const benches = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !parts.has(file))

let failed = 0
for (const file of benches.sort()) {
  const { status } = spawnSync(process.execPath, [`${import.meta.dirname}/${file}`, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (status !== 0) failed++
}
process.exitCode = failed > 0 ? 1 : 0
