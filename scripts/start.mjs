// npm start: installs what is missing, builds the pages where they have changed, runs the server.
import { ensureInstalled } from './installed.mjs'
import { buildPages } from './pages.mjs'
import { runServer } from './run-server.mjs'
import { sentences } from './sentences.mjs'

ensureInstalled({ withTests: false })
if (!buildPages()) {
  process.stderr.write(`${sentences.notBuilt}\n`)
  process.exit(1)
}
runServer(['src/server.ts'])
