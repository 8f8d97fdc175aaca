import { errorAt } from '../core/problem.ts'
import { accept } from '../core/result.ts'
import { commandLineWords } from '../language/command-line.ts'
import type { LogHead } from '../platform/audit/seal.ts'
import { type Command, refused, textOption } from './command.ts'
import { onInstallation } from './open-installation.ts'
import { verifyLogs } from './verify-logs.ts'

/** A head as minutes and publications print it: `1204:9f2c…`. */
const readHead = (text: string | undefined): LogHead | undefined => {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text ?? '') ?? []
  return number === undefined || hash === undefined ? undefined : { number: Number(number), hash }
}

/** `parindex audit verify`: whether every line of the log stands as it was sealed, and none is missing at the end. */
export const audit: Command = {
  options: { head: { type: 'string' }, data: { type: 'string' } },
  positionals: ['verify'],
  run: async ({ values, positionals: [act = ''], language }) => {
    if (act !== 'verify') return refused([errorAt('wrongUsage', '', { reason: 'unknownCommand', word: `audit ${act}` })], 2)
    const head = textOption(values, 'head')
    const printed = readHead(head)
    if (head !== undefined && printed === undefined)
      return refused([errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--head', expected: 'NUMBER:HASH' })], 2)
    return onInstallation(values, async (installation) => {
      const verified = await verifyLogs(installation, printed)
      if (!verified.ok) return verified
      const problems = verified.value.flatMap((log) => log.problems)
      const words = commandLineWords[language]
      const lines = verified.value.map(({ authority, sealed, waiting, head: last }) => words.logHolds(authority, sealed, waiting, last))
      return accept({
        status: problems.length > 0 ? 1 : 0,
        value: { holds: problems.length === 0, logs: verified.value },
        text: problems.length > 0 ? '' : lines.join('\n'),
        problems,
      })
    })
  },
}
