import { sql } from 'kysely'
import { z } from 'zod'
import type { Telling } from '../../../contract/telling.ts'
import { accept } from '../../../core/result.ts'
import { bodyTexts } from '../../../language/pages/bodies.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { bindJob, type Job } from '../../../platform/jobs/job-kind.ts'

const tellOfResults = { kind: 'tellBodiesOfResults', payload: z.unknown(), everySeconds: 60 }

interface Told {
  readonly person_id: string
  readonly body: string
  readonly publication_id: string
  readonly cycle_id: string
  readonly title: string
}

/** Sitting members with an account, of bodies that are told of results, and the publications of the last thirty days that nobody told them of. */
const dueTellings = async ({ transaction }: ActContext): Promise<readonly Telling[]> => {
  const { rows } = await sql<Told>`
    select distinct on (m.person_id, p.id) m.person_id, b.name as body, p.id as publication_id, p.cycle_id, p.title
    from standing_body b join standing_body_member m on m.body_id = b.id and m.person_id is not null and m.valid @> today()
    cross join publication p
    where b.told_of_results and b.valid @> today() and p.published_at > now() - interval '30 days'
      and not exists (select from notice n where n.person_id = m.person_id and n.key = 'results ' || p.id)
    order by m.person_id, p.id, b.name`.execute(transaction)
  return rows.map((row) => ({
    personId: row.person_id,
    cycleId: row.cycle_id,
    title: bodyTexts.told.title(row.title),
    body: bodyTexts.told.body(row.body),
    link: `/ket-qua/cong-bo/${row.publication_id}`,
    key: `results ${row.publication_id}`,
  }))
}

/** Tells members of steering committees and the like of results once these are published; `tell` is how people are told. */
export const tellBodiesOfResultsJob = (tell: (context: ActContext, tellings: readonly Telling[]) => Promise<number>): Job =>
  bindJob(tellOfResults, (_, work) => work.act(async (context) => accept({ told: await tell(context, await dueTellings(context)) })))
