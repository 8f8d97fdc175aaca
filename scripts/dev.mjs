// npm run dev: the server starts again when its sources change; Vite serves the pages with what is edited, at an address of its own.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, findNode, ownEnvironment, root } from './installed.mjs'
import { runServer } from './run-server.mjs'

ensureInstalled({ withTests: true })
process.env.PORT ??= '3000'
const pages = spawn(findNode(), [join(root, 'node_modules/vite/bin/vite.js')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...ownEnvironment(), PARINDEX_SERVER: `http://127.0.0.1:${process.env.PORT}` },
})
process.on('exit', () => pages.kill())
runServer(['--watch-path=src', '--watch-path=migrations', '--watch-preserve-output', 'src/server.ts'])
