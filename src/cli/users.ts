import { errorAt } from '../core/problem.ts'
import { accept, type Result } from '../core/result.ts'
import { foundAuthority } from '../features/organisation/found-authority.ts'
import { commandLineWords } from '../language/command-line.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/migrate/migrate.ts'
import { type Command, refused, textOption } from './command.ts'
import { onInstallation, type OpenInstallation } from './open-installation.ts'

const found = async (
  { ownerUrl, settings }: OpenInstallation,
  asked: Readonly<Record<'authority' | 'person' | 'signInName', string>>,
): Promise<Result<{ signInName: string; password: string }>> => {
  const migrated = await migrate(ownerUrl)
  if (!migrated.ok) return migrated
  const owner = openDatabase({ connectionString: ownerUrl, max: 1 })
  try {
    return await foundAuthority(owner, { ...asked, timeZone: settings.timeZone })
  } finally {
    await owner.destroy()
  }
}

/** `parindex users first`: the authority and its first administrator of an installation where nobody is yet. */
export const users: Command = {
  options: {
    authority: { type: 'string' },
    person: { type: 'string' },
    'sign-in-name': { type: 'string', default: 'quan-tri' },
    data: { type: 'string' },
  },
  positionals: ['first'],
  run: async ({ values, positionals: [act = ''], language }) => {
    if (act !== 'first') return refused([errorAt('wrongUsage', '', { reason: 'unknownCommand', word: `users ${act}` })], 2)
    const [authority = '', person = '', signInName = ''] = ['authority', 'person', 'sign-in-name'].map((name) => textOption(values, name))
    return onInstallation(values, async (installation) => {
      const founded = await found(installation, { authority, person, signInName })
      if (!founded.ok) return founded
      const text = commandLineWords[language].founded(founded.value.signInName, founded.value.password)
      return accept({ status: 0, value: founded.value, text, problems: [] })
    })
  },
}
