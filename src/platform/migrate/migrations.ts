import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../core/problem.ts'
import type { MigrationRefusal } from '../../core/problem-facts/installation.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'

/** One numbered file of plain SQL. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** One row of the table `migration`: what was done to this database. */
export interface AppliedMigration {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

export const migrationsFolder = join(import.meta.dirname, '../../../migrations')

export const migrationRefused = (reason: MigrationRefusal, migration: string, detail?: string): Problem =>
  errorAt('migrationRefused', migration, { reason, migration, ...(detail === undefined ? {} : { detail }) })

const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/

/** The migrations of a folder in their order; names that are not `0001_what_it_does.sql` or stand twice are refused. */
export const readMigrations = async (folder: string): Promise<Result<readonly Migration[]>> => {
  const problems: Problem[] = []
  const found = new Map<number, Migration>()
  for (const name of (await readdir(folder)).toSorted()) {
    const number = Number(fileName.exec(name)?.[1])
    if (Number.isNaN(number) || found.has(number)) {
      problems.push(migrationRefused('badName', name))
      continue
    }
    // A checkout on Windows may end its lines otherwise; that is not a change.
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
    found.set(number, { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') })
  }
  return problems.length > 0 ? refuse(...problems) : accept([...found.values()])
}

/** Everything that keeps the pending migrations from following on what was applied. */
export const checkHistory = (migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Problem[] => {
  const byNumber = new Map(migrations.map((each) => [each.number, each]))
  const appliedNumbers = new Set(applied.map((each) => each.number))
  const last = Math.max(0, ...appliedNumbers)
  const past = applied.flatMap((each) => {
    const file = byNumber.get(each.number)
    if (file === undefined) return [migrationRefused('missing', each.name)]
    return file.sha256 === each.sha256 ? [] : [migrationRefused('changed', each.name)]
  })
  const late = migrations.filter((each) => each.number < last && !appliedNumbers.has(each.number))
  return [...past, ...late.map((each) => migrationRefused('unordered', each.name))]
}
