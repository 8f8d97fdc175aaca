import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ListedQuestion, Question } from './contract.ts'
import { sideOf } from './whose-side.ts'

interface QuestionRow {
  readonly id: string
  readonly node_id: string
  readonly circle: Question['circle']
  readonly asked_by: Question['askedBy']
  readonly state: Question['state']
  readonly version: number
  readonly messages: Question['messages'] | null
}

const messages = sql`(select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('side', m.side, 'text', m.text,
    'at', to_char(m.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'by', jsonb_build_object('id', p.id, 'name', p.name), 'division', d.name)) order by m.position)
  from question_message m join person p on p.id = m.said_by left join unit d on d.id = m.division_id
  where m.authority_id = q.authority_id and m.question_id = q.id) as messages`

const questionOf = (row: QuestionRow): Question => ({
  id: row.id,
  nodeId: row.node_id,
  circle: row.circle,
  askedBy: row.asked_by,
  state: row.state,
  version: row.version,
  messages: row.messages ?? [],
})

export interface LeafPlace {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
}

/** Threads at one leaf that the database shows the actor: within a unit nobody else reads along. */
export const listOfLeaf = async ({ transaction }: ActContext, place: LeafPlace): Promise<Result<{ questions: Question[] }>> => {
  const { rows } = await sql<QuestionRow>`
    select q.id, q.node_id, q.circle, q.asked_by, q.state, q.version, ${messages} from question q
    where q.cycle_id = ${place.cycleId} and q.unit_id = ${place.unitId} and q.node_id = ${place.nodeId}
    order by q.created_at, q.id`.execute(transaction)
  return accept({ questions: rows.map(questionOf) })
}

export const loadQuestion = async ({ transaction }: ActContext, questionId: string): Promise<Question | undefined> => {
  const { rows } = await sql<QuestionRow>`
    select q.id, q.node_id, q.circle, q.asked_by, q.state, q.version, ${messages} from question q where q.id = ${questionId}`.execute(
    transaction,
  )
  return rows[0] && questionOf(rows[0])
}

interface ListedRow extends QuestionRow {
  readonly cycle_id: string
  readonly title: string
  readonly unit_id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly leaf_code: string
  readonly leaf_name: string
}

interface Page {
  readonly state: 'open' | 'answered'
  readonly after?: string | undefined
  readonly limit: number
}

/** Threads over all units, newest first, of cycles that are not published; who appraises reads those of the units, not what units say among themselves. */
export const listQuestions = async (
  context: ActContext,
  { state, after, limit }: Page,
): Promise<Result<{ questions: ListedQuestion[]; next?: string }>> => {
  const { transaction, actor } = context
  const beyond =
    after === undefined ? sql`` : sql`and (q.created_at, q.id) < (select b.created_at, b.id from question b where b.id = ${after})`
  const { rows } = await sql<ListedRow>`
    select q.id, q.node_id, q.circle, q.asked_by, q.state, q.version, ${messages}, c.id as cycle_id, c.title, u.id as unit_id, u.code as unit_code,
      u.name as unit_name, n.code as leaf_code, n.name as leaf_name
    from question q join cycle c on c.id = q.cycle_id join unit u on u.id = q.unit_id
    join cycle_unit cu on cu.authority_id = q.authority_id and cu.cycle_id = q.cycle_id and cu.unit_id = q.unit_id
    join framework_node n on n.authority_id = q.authority_id and n.framework_id = cu.framework_id and n.node_id = q.node_id
    where q.state = ${state} and cu.stage <> 'published' ${beyond}
    order by q.created_at desc, q.id desc limit ${limit + 1}`.execute(transaction)
  const questions = rows.slice(0, limit).map((row): ListedQuestion => {
    const question = questionOf(row)
    const mine = sideOf(actor, row.unit_id)
    return {
      ...question,
      cycle: { id: row.cycle_id, title: row.title },
      unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name },
      leaf: { code: row.leaf_code, name: row.leaf_name },
      isMine: row.circle === 'unit' ? question.messages[0]?.by.id !== actor.personId : row.asked_by !== mine,
    }
  })
  const last = questions.at(-1)
  return accept({ questions, ...(rows.length > limit && last && { next: last.id }) })
}
