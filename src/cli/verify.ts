import { createHash } from 'node:crypto'
import { verifyBundle } from '../core/publication/verify-bundle.ts'
import { commandLineWords } from '../language/command-line.ts'
import { type Command, refused } from './command.ts'
import { openJsonFile } from './file.ts'

interface BundleHead {
  readonly hash: string
  readonly results: { readonly units: readonly unknown[] }
}

/** `parindex verify BUNDLE`: computes a published result again, offline, and says whether every number and the hash hold. */
export const verify: Command = {
  options: {},
  positionals: ['BUNDLE'],
  run: async ({ positionals: [path = ''], language }) => {
    const bundle = await openJsonFile(path)
    if (!bundle.ok) return refused(bundle.problems)
    const problems = verifyBundle(bundle.value, (text) => createHash('sha256').update(text, 'utf8').digest('hex'))
    if (problems.length > 0) return { status: 1, value: { holds: false }, text: '', problems }
    const { hash, results } = bundle.value as BundleHead
    const units = results.units.length
    return {
      status: 0,
      value: { holds: true, units, hash, problems: [] },
      text: commandLineWords[language].bundleHolds(units, hash),
      problems: [],
    }
  },
}
