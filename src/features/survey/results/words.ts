import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Words } from './contract.ts'

interface Row {
  readonly id: string
  readonly question: string
  readonly unit_name: string
  readonly group: string
  readonly text: string | null
}

const shown = ({ unit_name, text, ...rest }: Row): Words => ({ ...rest, unitName: unit_name, ...(text !== null && { text }) })

interface Wanted {
  readonly search: string
  readonly question: string
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of free answers in the order of their numbers, which are made by chance. */
export const listWords = async (
  { transaction }: ActContext,
  surveyId: string,
  { search, question, after, limit }: Wanted,
): Promise<Result<{ words: Words[]; next?: string }>> => {
  const { rows } = await sql<Row>`
    select w.id, w.question, u.name as unit_name, w.respondent_group as "group", w.text
    from survey_words w join unit u on u.id = w.unit_id
    where w.survey_id = ${surveyId} and (${question} = '' or w.question = ${question})
      and (${search} = '' or position(fold(${search}) in w.search) > 0)
      and (${after ?? null}::uuid is null or w.id > ${after ?? null}::uuid)
    order by w.id limit ${limit + 1}`.execute(transaction)
  const words = rows.slice(0, limit)
  const last = words.at(-1)
  return accept({ words: words.map(shown), ...(rows.length > limit && last && { next: last.id }) })
}

/** Puts other words in the place of these, or none; the log says that it was done, never what stood there. */
export const redactWords = async (
  context: ActContext,
  surveyId: string,
  wordsId: string,
  text: string | undefined,
): Promise<Result<Words>> => {
  const { rows } = await sql<Row>`
    update survey_words w set text = ${text?.normalize('NFC') ?? null} from unit u
    where w.survey_id = ${surveyId} and w.id = ${wordsId} and u.id = w.unit_id
    returning w.id, w.question, u.name as unit_name, w.respondent_group as "group", w.text`.execute(context.transaction)
  const [row] = rows
  if (!row) return refuse(errorAt('notFound', wordsId, { what: 'words' }))
  await recordActions(context, [{ kind: 'surveyWordsRedacted', facts: { surveyId, question: row.question } }])
  return accept(shown(row))
}

/** Marks of doubt by unit and group: counted, shown, and never a reason to leave a response out. Among ten answers and more, chance makes none alike. */
export const listMarks = async (
  { transaction }: ActContext,
  surveyId: string,
): Promise<Result<{ marks: { unitName: string; group: string; answers: number; tooFast: number; alike: number }[] }>> => {
  const { rows } = await sql<{ unitName: string; group: string; answers: number; tooFast: number; alike: number }>`
    with same as (
      select unit_id, respondent_group, answers, count(*)::int as count, (count(*) filter (where too_fast))::int as too_fast
      from survey_response where survey_id = ${surveyId} group by unit_id, respondent_group, answers)
    select u.name as "unitName", s.respondent_group as "group", sum(s.count)::int as answers, sum(s.too_fast)::int as "tooFast",
      coalesce(sum(s.count - 1) filter (where s.count > 1 and cardinality(s.answers) >= 10), 0)::int as alike
    from same s join unit u on u.id = s.unit_id group by u.id, u.name, s.respondent_group
    having sum(s.too_fast) > 0 or bool_or(s.count > 1 and cardinality(s.answers) >= 10)
    order by u.name, s.respondent_group`.execute(transaction)
  return accept({ marks: rows })
}
