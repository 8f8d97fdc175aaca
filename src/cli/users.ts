import { errorAt } from '../core/problem.ts'
import { accept, type Result } from '../core/result.ts'
import { foundAuthority } from '../features/organisation/found-authority.ts'
import { commandLineWords } from '../language/command-line.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/migrate/migrate.ts'
import { startPostgres } from '../platform/postgres/start-postgres.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'
import { type Command, refused, textOption } from './command.ts'

interface OpenOwner {
  readonly url: string
  readonly close: () => Promise<void>
}

/** The owner's way into the database of this installation, running or not: the embedded one is attached to or started for as long. */
const openOwner = async ({ database, dataDir }: Settings): Promise<Result<OpenOwner>> => {
  if (database !== undefined) return accept({ url: database.ownerUrl, close: async () => undefined })
  const started = await startPostgres({ dataDir })
  return started.ok ? accept({ url: started.value.ownerUrl, close: started.value.stop }) : started
}

const found = async (settings: Settings, url: string, asked: Readonly<Record<'authority' | 'person' | 'signInName', string>>) => {
  const migrated = await migrate(url)
  if (!migrated.ok) return migrated
  const owner = openDatabase({ connectionString: url, max: 1 })
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
    const data = textOption(values, 'data')
    const settings = readSettings({ ...process.env, ...(data && { DATA_DIR: data }) })
    if (!settings.ok) return refused(settings.problems)
    const owner = await openOwner(settings.value)
    if (!owner.ok) return refused(owner.problems)
    try {
      const [authority = '', person = '', signInName = ''] = ['authority', 'person', 'sign-in-name'].map((name) => textOption(values, name))
      const founded = await found(settings.value, owner.value.url, { authority, person, signInName })
      if (!founded.ok) return refused(founded.problems)
      const text = commandLineWords[language].founded(founded.value.signInName, founded.value.password)
      return { status: 0, value: founded.value, text, problems: [] }
    } finally {
      await owner.value.close()
    }
  },
}
