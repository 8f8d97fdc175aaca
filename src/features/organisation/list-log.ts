import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { LogEntry } from './log-contract.ts'

const linesPerPage = 100

interface Asked {
  readonly personId?: string | undefined
  readonly unitId?: string | undefined
  readonly kind?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly before?: number | undefined
}

interface Line {
  id: number
  at: Date
  kind: string
  person: LogEntry['person'] | null
  unit: LogEntry['unit'] | null
  cycle: LogEntry['cycle'] | null
  node_id: string | null
  facts: Record<string, unknown>
  seal: number | null
}

/** What is about a person is what they did and what was done to their account. */
const conditionsOf = ({ personId, unitId, kind, from, until, before }: Asked) => [
  sql`true`,
  ...(personId ? [sql`(a.person_id = ${personId} or a.facts ->> 'personId' = ${personId})`] : []),
  ...(unitId ? [sql`a.unit_id = ${unitId}`] : []),
  ...(kind ? [sql`a.kind = ${kind}`] : []),
  ...(from ? [sql`a.at >= (${from}::date::timestamp at time zone z.time_zone)`] : []),
  ...(until ? [sql`a.at < ((${until}::date + 1)::timestamp at time zone z.time_zone)`] : []),
  ...(before ? [sql`a.id < ${before}`] : []),
]

/** The log of the authority in words that a page can show; days are those of the authority's zone, both included. */
export const listLog = async (
  { transaction, actor }: ActContext,
  asked: Asked,
): Promise<Result<{ entries: LogEntry[]; next?: number }>> => {
  const { rows } = await sql<Line>`
    select a.id, a.at, a.kind, a.node_id, a.facts, s.number as seal,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person,
      case when u.id is not null then jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end as unit,
      case when c.id is not null then jsonb_build_object('id', c.id, 'title', c.title) end as cycle
    from action a join authority z on z.id = a.authority_id
    left join person p on p.id = a.person_id left join unit u on u.id = a.unit_id left join cycle c on c.id = a.cycle_id
    left join action_seal s on s.authority_id = a.authority_id and s.action_id = a.id
    where a.authority_id = ${actor.authorityId} and ${sql.join(conditionsOf(asked), sql` and `)}
    order by a.id desc limit ${linesPerPage + 1}`.execute(transaction)
  const entries = rows.slice(0, linesPerPage).map(
    ({ at, person, unit, cycle, node_id, seal, ...line }): LogEntry => ({
      ...line,
      at: at.toISOString(),
      ...(person && { person }),
      ...(unit && { unit }),
      ...(cycle && { cycle }),
      ...(node_id && { nodeId: node_id }),
      ...(seal && { seal }),
    }),
  )
  const last = entries.at(-1)
  return accept({ entries, ...(rows.length > linesPerPage && last && { next: last.id }) })
}
