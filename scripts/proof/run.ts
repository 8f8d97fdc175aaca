import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * npm run proof: every long check in full (each other file of this folder), one after the other. A check prints what it found as JSON in
 * its last line. What passed for this very commit is kept in docs/proof.json and not done again, so that an interrupted run goes on.
 * `npm run proof -- 5` tries every check with that many rounds instead and keeps nothing.
 */
const rounds = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
const proofFile = join(root, 'docs/proof.json')

const entry = z.object({ commit: z.string(), date: z.string(), seconds: z.number(), passed: z.boolean(), found: z.unknown() })
type Entry = z.infer<typeof entry>

const readProof = (): Record<string, Entry> => {
  try {
    return z.record(z.string(), entry).parse(JSON.parse(readFileSync(proofFile, 'utf8')))
  } catch {
    return {}
  }
}

const git = (...words: readonly string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()
const commit = git('rev-parse', 'HEAD') + (git('status', '--porcelain', '--', ':!docs/proof.json') === '' ? '' : '+changes')

const parseLast = (output: string): unknown => {
  const last = output.trim().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(last)
  } catch {
    return last
  }
}

const runCheck = (file: string): Entry => {
  const start = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...rounds], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  const seconds = Math.round((performance.now() - start) / 1000)
  return { commit, date: new Date().toISOString(), seconds, passed: status === 0, found: parseLast(stdout) }
}

const proof = rounds.length > 0 ? {} : readProof()
for (const file of readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && name !== 'run.ts' && !name.endsWith('.config.ts'),
)) {
  const name = file.replace('.ts', '')
  const known = proof[name]
  const isDone = known?.passed === true && known.commit === commit && !commit.endsWith('+changes')
  proof[name] = isDone ? known : runCheck(file)
  if (rounds.length === 0) writeFileSync(proofFile, `${JSON.stringify(proof, null, 2)}\n`)
  process.stdout.write(
    `${proof[name].passed ? '✓' : '✗'} ${name}: ${JSON.stringify(proof[name].found)} (${proof[name].seconds} s${isDone ? ', known' : ''})\n`,
  )
}
process.exitCode = Object.values(proof).every((each) => each.passed) ? 0 : 1
