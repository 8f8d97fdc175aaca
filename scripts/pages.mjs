import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, ownEnvironment, root } from './installed.mjs'
import { sentences } from './sentences.mjs'

const single = () => ['vite.config.ts', 'package-lock.json', ...readdirSync(root).filter((name) => name.endsWith('.html'))]
const folders = ['public', 'src/web', 'src/features', 'src/core', 'src/language', 'src/contract']

const sourceFiles = () => {
  const inside = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
    )
  return [...single().map((name) => join(root, name)), ...inside].sort((a, b) => (a < b ? -1 : 1))
}

/** By content, not by time: a fresh checkout has all its times new. */
const sourceHash = () => {
  const hash = createHash('sha256')
  for (const file of sourceFiles()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const mark = join(root, 'dist/.sources')

/** Builds the web pages where their sources have changed. Returns whether they stand. */
export const buildPages = () => {
  const wanted = sourceHash()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted && existsSync(join(root, 'dist/index.html'))) return true
  process.stderr.write(`${sentences.building}\n`)
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
  // Under a test runner NODE_ENV is `test`, and the pages would be built of React's larger, slower half.
  const env = { ...ownEnvironment(), NODE_ENV: 'production' }
  const { status } = spawnSync(findNode(), vite, { cwd: root, stdio: ['ignore', 2, 2], env })
  if (status !== 0) return false
  writeFileSync(mark, wanted)
  return true
}
