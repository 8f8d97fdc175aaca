// node scripts/run.mjs FILE.ts ARGS: installs what is missing and runs a file under Node 24.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, findNode, ownEnvironment, root } from './installed.mjs'

ensureInstalled({ withTests: true })
const { status } = spawnSync(findNode(), process.argv.slice(2), { cwd: root, stdio: 'inherit', env: ownEnvironment() })
process.exit(status ?? 1)
