import pg from 'pg'
import { fenceOf, idOf, probeOf, type Seer, seers, world, type WorldRow, worldRows } from './fences.ts'

export interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** Tables behind row-level security. */
export const listFenced = async (owner: pg.Client): Promise<readonly string[]> =>
  (
    await owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by 1",
    )
  ).rows.map(({ name }) => name)

/** Takes everything away that keeps a row from being put in, but for the fences: what is asked is who sees it, not whether it makes sense. */
export const openTables = async (owner: pg.Client, tables: readonly string[]): Promise<void> => {
  const { rows } = await owner.query<{ table: string; name: string }>(
    "select conrelid::regclass::text as table, conname as name from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' order by contype = 'p', contype = 'u'",
  )
  const drops = rows.map(({ table, name }) => `alter table ${table} drop constraint if exists "${name}" cascade`)
  await owner.query(drops.join(';'))
  const nulls = await owner.query<{ table: string; name: string }>(
    "select a.attrelid::regclass::text as table, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and not a.attisdropped",
  )
  const steps = nulls.rows.map(
    ({ table, name }) => `alter table ${table} alter column "${name}" drop identity if exists, alter column "${name}" drop not null`,
  )
  const indexes = await owner.query<{ name: string }>(
    "select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and i.indisunique",
  )
  await owner.query([...steps, ...indexes.rows.map(({ name }) => `drop index if exists ${name}`)].join(';'))
  for (const table of tables)
    await owner.query(
      `alter table ${table} disable trigger user; alter table ${table} no force row level security; alter table ${table} add column probe text; grant select, insert on ${table} to parindex_application`,
    )
}

const isPlace = /^(?:unit_id|owner_unit_id|finance_unit_id)$/

/** What stands in a column of a row. Every other id is that of the row’s kin, so that rows of several tables hang together. */
const valueOf = ({ table, name, type }: Column, row: WorldRow, hasId: boolean): unknown => {
  const flag = hasId ? row.kin : row.own
  if (name === 'probe') return probeOf(row)
  if (name === 'authority_id' || (table === 'authority' && name === 'id')) return row.authority
  if (name === 'parent_id' && table === 'unit') return null
  if (isPlace.test(name)) return row.unit
  if (name === 'division_id') return row.division
  if (name === 'person_id') return row.person
  if (name === 'borrower_id') return world.borrower
  if (name === 'public_parts') return ['sheets', 'reasons']
  if (name === 'round') return flag === 1 ? 'claimed' : 'firstAppraisal'
  if (name === 'circle') return flag === 1 ? 'appraisal' : 'unit'
  if (name === 'kind') return flag === 1 ? 'redactedCopy' : 'signedCopy'
  if (name === 'stage') return table.startsWith('calibration') ? (flag === 0 ? 'giving' : 'shown') : flag === 1 ? 'collecting' : 'draft'
  if (table === 'paper_posting' && /^(?:paper_id|sha256)$/.test(name)) return row.kin === 2 ? idOf(row) : world.unit
  if (name === 'sha256') return idOf(row)
  if (name === 'what' && table === 'left_behind') return flag === 0 ? 'council_vote' : 'score'
  if (name === 'whole' && type === 'jsonb') return { round: flag === 2 ? 'firstAppraisal' : 'claimed' }
  if (name === 'held_on') return flag === 2 ? '2026-01-01' : null
  if (type === 'bool') return flag === 1
  if (type === 'uuid') return idOf(row)
  if (type === 'text' && /^(?:node_id|key|duty)$/.test(name)) return name === 'duty' ? 'lead' : 'n'
  if (name === 'year') return 2026
  return undefined
}

/** Columns that are written; what is made out of others is left. */
export const listColumns = async (owner: pg.Client): Promise<readonly Column[]> =>
  (
    await owner.query<Column>(
      "select table_name as table, column_name as name, udt_name as type from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'",
    )
  ).rows

/** The rows of the world as a table has them, and the columns that they fill. */
const rowsOf = (table: string, columns: readonly Column[]): { readonly names: string; readonly rows: string } => {
  const own = columns.filter((each) => each.table === table)
  const hasId = own.some(({ name }) => name === 'id')
  const rows = worldRows.map((row) =>
    Object.fromEntries(own.map((column) => [column.name, valueOf(column, row, hasId)]).filter(([, value]) => value !== undefined)),
  )
  return {
    names: Object.keys(rows[0] ?? {})
      .map((name) => `"${String(name)}"`)
      .join(', '),
    rows: JSON.stringify(rows),
  }
}

/** Rows that are tried to be put in: of the others nothing more is learnt. */
const isPut = ({ kin, own }: WorldRow): boolean => kin === own

/** Tries every row of the world on a table as whoever asks; what went in is taken back at once. */
const mayPut = `
  create function shadow.may_put(of_table text, columns text) returns setof text language plpgsql as $$
  declare
    each_probe text;
  begin
    for each_probe in execute format('select probe from shadow.%I', of_table) loop
      begin
        execute format('insert into public.%I (%s) select %s from shadow.%I where probe = %L', of_table, columns, columns, of_table, each_probe);
        raise exception using errcode = 'ZZ001';
      exception
        when sqlstate 'ZZ001' then return next each_probe;
        when insufficient_privilege then null;
      end;
    end loop;
  end $$`

/** Fills every table with the rows of the world; a division hangs below its unit. */
export const fillTables = async (owner: pg.Client, tables: readonly string[], columns: readonly Column[]): Promise<void> => {
  await owner.query('create schema shadow; grant usage on schema shadow to parindex_application')
  for (const table of tables) {
    const { names, rows } = rowsOf(table, columns)
    await owner.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`, [rows])
    await owner.query(`create table shadow.${table} as select * from ${table} where probe = any ($1)`, [
      worldRows.filter(isPut).map(probeOf),
    ])
    await owner.query(`grant select on shadow.${table} to parindex_application`)
  }
  await owner.query(mayPut)
  for (const row of worldRows.filter(({ kin, own }) => kin === 0 && own === 0))
    await owner.query('insert into unit (id, authority_id, parent_id, kind) values ($1, $2, $3, $4)', [
      row.division,
      row.authority,
      row.unit,
      'division',
    ])
  const [rested] = worldRows
  if (rested) await addTies(owner, rested)
}

/** What ties units together: a claim of another unit rests on the unit’s document, and the unit leads a leaf of the other. */
const addTies = async (owner: pg.Client, rested: WorldRow): Promise<void> => {
  const cycle = '00000000-0000-4000-8000-000000000999'
  const { province, unit, other } = world
  await owner.query('insert into score_evidence (authority_id, unit_id, evidence_id) values ($1, $2, $3)', [province, other, idOf(rested)])
  await owner.query('insert into cycle (id, authority_id, year) values ($1, $2, 2026)', [cycle, province])
  await owner.query(
    "insert into division_leaf (authority_id, cycle_id, unit_id, division_id, node_id, duty, fact_keys) values ($1, $2, $3, $4, 'n', 'lead', '{n}')",
    [province, cycle, other, unit],
  )
}

const become = async (client: pg.Client, { authority = '', units = '', person = '', purpose = '' }: Seer): Promise<void> => {
  await client.query(
    "select set_config('role', 'parindex_application', true), set_config('parindex.authority', $1, true), set_config('parindex.units', $2, true), set_config('parindex.person', $3, true), set_config('parindex.purpose', $4, true)",
    [authority, units, person, purpose],
  )
}

/** What somebody sees of a table, and what they may put into it. */
const look = async (
  client: pg.Client,
  table: string,
  columns: readonly Column[],
): Promise<Readonly<Record<'seen' | 'put', ReadonlySet<string>>>> => {
  const names = columns.filter((each) => each.table === table).map(({ name }) => `"${name}"`)
  const { rows } = await client.query<{ what: string; probe: string }>(
    `select 'seen' as what, probe from ${table} where probe is not null union all select 'put', p from shadow.may_put($1, $2) p`,
    [table, names.join(', ')],
  )
  const of = (what: string): ReadonlySet<string> => new Set(rows.filter((each) => each.what === what).map(({ probe }) => probe))
  return { seen: of('seen'), put: of('put') }
}

/** Where the fence of one table is another one than the duties say, as sentences. */
export const fenceDifferences = async (client: pg.Client, table: string, columns: readonly Column[]): Promise<readonly string[]> => {
  const fence = fenceOf(table)
  const found: string[] = []
  await client.query('begin')
  try {
    for (const seer of seers) {
      await become(client, seer)
      const { seen, put } = await look(client, table, columns)
      for (const row of worldRows) {
        const probe = probeOf(row)
        if (seen.has(probe) !== fence.sees(row, seer))
          found.push(`${table}: ${seer.name} ${seen.has(probe) ? 'sees' : 'does not see'} ${probe}`)
        if (fence.writes && isPut(row) && put.has(probe) !== fence.writes(row, seer))
          found.push(`${table}: ${seer.name} ${put.has(probe) ? 'may' : 'may not'} put in ${probe}`)
      }
    }
  } finally {
    await client.query('rollback')
  }
  return found
}
