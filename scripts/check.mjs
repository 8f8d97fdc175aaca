// npm run check: what must be clean before a change goes in; the tests with a real browser and real kills are left to npm test.
import { ensureInstalled } from './installed.mjs'
import { checks, conclude, runChecks, runTests } from './steps.mjs'

ensureInstalled({ withTests: true })
conclude(runChecks(Object.keys(checks)), runTests(['--project=core', '--project=application']))
