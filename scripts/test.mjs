// npm test: everything, on a machine that has Node and npm alone. The last line is the count.
import { ensureInstalled } from './installed.mjs'
import { buildPages } from './pages.mjs'
import { conclude, mustHold, runChecks, runTests } from './steps.mjs'

ensureInstalled({ withTests: true })
const pages = { passed: 0, failed: 0, skipped: 0 }
pages[buildPages() ? 'passed' : 'failed'] += 1
console.log(`${pages.failed === 0 ? '✓' : '✗'} web pages`)
conclude(pages, runChecks(mustHold), runTests(process.argv.slice(2)))
