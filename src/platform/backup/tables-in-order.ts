import type pg from 'pg'

export interface BackupTable {
  readonly name: string
  /** Without those the database makes itself. */
  readonly columns: readonly string[]
}

interface Reference {
  readonly from: string
  readonly to: string
}

const tablesQuery = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by c.relname order by c.relname`
const referencesQuery = `
  select distinct conrelid::regclass::text as from, confrelid::regclass::text as to
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`

/** Every table of the database, each after those its rows refer to, so that rows can be put back with the database's own checks on. */
export const tablesInOrder = async (client: pg.ClientBase): Promise<readonly BackupTable[]> => {
  const { rows: tables } = await client.query<BackupTable>(tablesQuery)
  const { rows: references } = await client.query<Reference>(referencesQuery)
  const ordered: BackupTable[] = []
  let left = tables
  while (left.length > 0) {
    const free = left.filter(({ name }) => !references.some(({ from, to }) => from === name && left.some((each) => each.name === to)))
    if (free.length === 0) throw new Error(`tables refer to one another in a circle: ${left.map(({ name }) => name).join(', ')}`)
    ordered.push(...free)
    left = left.filter((each) => !free.includes(each))
  }
  return ordered
}
