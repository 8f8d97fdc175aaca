import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { OpenWindow, Petition, PetitionOutcome } from './petition-contract.ts'

interface PetitionRow {
  readonly id: string
  readonly publication_id: string
  readonly title: string
  readonly publication_number: number
  readonly year: number
  readonly unit_id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly number: number
  readonly node_ids: string[]
  readonly request: string
  readonly filed_at: Date
  readonly filed_by: string
  readonly filer: string | null
  readonly outcome: PetitionOutcome | null
  readonly answer: string | null
  readonly answered_at: Date | null
  readonly answered_by: string | null
  readonly answerer: string | null
  readonly corrected_by_id: string | null
  readonly corrected_number: number | null
  readonly version: number
}

const petitionOf = (row: PetitionRow): Petition => ({
  id: row.id,
  publication: { id: row.publication_id, title: row.title, number: row.publication_number, year: row.year },
  unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name },
  number: row.number,
  nodeIds: row.node_ids,
  request: row.request,
  filedAt: row.filed_at.toISOString(),
  filedBy: { id: row.filed_by, name: row.filer ?? '' },
  ...(row.outcome && {
    answer: {
      outcome: row.outcome,
      text: row.answer ?? '',
      answeredAt: (row.answered_at ?? row.filed_at).toISOString(),
      answeredBy: { id: row.answered_by ?? row.filed_by, name: row.answerer ?? '' },
    },
  }),
  ...(row.corrected_by_id && { correctedBy: { id: row.corrected_by_id, number: row.corrected_number ?? 0 } }),
  version: row.version,
})

const petitionsPerPage = 100

const petitionsWhere = async ({ transaction }: ActContext, where: RawBuilder<unknown>): Promise<Petition[]> => {
  const { rows } = await sql<PetitionRow>`
    select t.*, p.title, p.number as publication_number, c.year, u.code as unit_code, u.name as unit_name,
      f.name as filer, a.name as answerer, n.number as corrected_number
    from petition t
    join publication p on p.id = t.publication_id
    join cycle c on c.id = p.cycle_id
    join unit u on u.id = t.unit_id
    left join person f on f.id = t.filed_by
    left join person a on a.id = t.answered_by
    left join publication n on n.id = t.corrected_by_id
    where ${where}
    order by (t.outcome is not null), t.filed_at, t.id
    limit ${petitionsPerPage + 1}`.execute(transaction)
  return rows.map(petitionOf)
}

/** Every petition, unanswered first, in the order in which they came; by keyset pages. */
export const listPetitions = async (
  context: ActContext,
  { after }: { readonly after?: string | undefined },
): Promise<Result<{ petitions: Petition[]; next?: string }>> => {
  const found = await petitionsWhere(
    context,
    after === undefined
      ? sql`true`
      : sql`((t.outcome is not null), t.filed_at, t.id) > (select (outcome is not null), filed_at, id from petition where id = ${after})`,
  )
  const petitions = found.slice(0, petitionsPerPage)
  const last = petitions.at(-1)
  return accept({ petitions, ...(found.length > petitionsPerPage && last && { next: last.id }) })
}

/** Publications of the unit whose window is open on the database's clock, and that no later one corrects. */
const openWindows = async ({ transaction }: ActContext, unitId: string): Promise<OpenWindow[]> => {
  const { rows } = await sql<{ id: string; title: string; number: number; year: number; closes: Date; criteria: OpenWindow['criteria'] }>`
    select p.id, p.title, p.number, c.year, p.petitions_close as closes,
      (select jsonb_agg(jsonb_build_object('id', n.node_id, 'code', n.code, 'name', n.name) order by n.position)
        from framework_node n where n.framework_id = pu.framework_id and n.is_leaf) as criteria
    from publication p
    join publication_unit pu on pu.publication_id = p.id and pu.unit_id = ${unitId}
    join cycle c on c.id = p.cycle_id
    where p.petitions_close > now() and not exists (select from publication n where n.corrects_id = p.id)
    order by c.year desc`.execute(transaction)
  return rows.map(({ closes, criteria, ...publication }) => ({ publication, closes: closes.toISOString(), criteria }))
}

export const ownPetitions = async (context: ActContext, unitId: string): Promise<Result<{ petitions: Petition[]; open: OpenWindow[] }>> =>
  accept({ petitions: await petitionsWhere(context, sql`t.unit_id = ${unitId}`), open: await openWindows(context, unitId) })

const onePetition = async (context: ActContext, id: string): Promise<Result<Petition>> => {
  const [petition] = await petitionsWhere(context, sql`t.id = ${id}`)
  return petition ? accept(petition) : refuse(errorAt('notFound', id, { what: 'petition' }))
}

interface NewPetition {
  readonly publicationId: string
  readonly nodeIds: readonly string[]
  readonly request: string
}

const checkNodes = (window: OpenWindow, nodeIds: readonly string[]) => {
  const known = new Set(window.criteria.map(({ id }) => id))
  return nodeIds.filter((id) => !known.has(id)).map((id) => errorAt('unknownNode', id, { node: id }))
}

/** Takes a petition within the window of the publication and gives it the number of its receipt. */
export const filePetition = async (context: ActContext, unitId: string, input: NewPetition): Promise<Result<Petition>> => {
  const { transaction, actor } = context
  const publication = await transaction
    .selectFrom('publication')
    .select(['cycle_id', 'petitions_close'])
    .where('id', '=', input.publicationId)
    .executeTakeFirst()
  if (!publication) return refuse(errorAt('notFound', input.publicationId, { what: 'publication' }))
  const window = (await openWindows(context, unitId)).find((each) => each.publication.id === input.publicationId)
  if (!window)
    return refuse(errorAt('deadlinePassed', 'publicationId', { deadline: publication.petitions_close?.toISOString().slice(0, 10) ?? '' }))
  const problems = checkNodes(window, input.nodeIds)
  if (problems.length > 0) return refuse(...problems)
  const id = randomUUID()
  const { rows } = await sql<{ number: number }>`
    with receipt as (
      insert into petition_count as t (authority_id, publication_id, filed) values (${actor.authorityId}, ${input.publicationId}, 1)
      on conflict (authority_id, publication_id) do update set filed = t.filed + 1 returning filed
    )
    insert into petition (id, authority_id, publication_id, unit_id, number, node_ids, request, filed_by)
    select ${id}, ${actor.authorityId}, ${input.publicationId}, ${unitId}, filed, ${[...input.nodeIds]}::text[], ${input.request}, ${actor.personId}
    from receipt
    returning number`.execute(transaction)
  await recordActions(context, [
    {
      kind: 'petitionFiled',
      cycleId: publication.cycle_id,
      unitId,
      facts: { petitionId: id, number: rows[0]?.number, publicationId: input.publicationId },
    },
  ])
  return onePetition(context, id)
}

/** Answers once, with the outcome and the reasons; the answer stands. */
export const answerPetition = async (
  context: ActContext,
  at: { readonly petitionId: string; readonly version: number },
  { outcome, text }: { readonly outcome: PetitionOutcome; readonly text: string },
): Promise<Result<Petition>> => {
  const row = await context.transaction
    .updateTable('petition')
    .set({ outcome, answer: text, answered_at: sql<Date>`now()`, answered_by: context.actor.personId, version: at.version + 1 })
    .where('id', '=', at.petitionId)
    .where('version', '=', at.version)
    .where('outcome', 'is', null)
    .returning(['id', 'unit_id'])
    .executeTakeFirst()
  const petition = await onePetition(context, at.petitionId)
  if (!row) return petition.ok ? refuse(errorAt('changedMeanwhile', at.petitionId, { version: `${petition.value.version}` })) : petition
  await recordActions(context, [{ kind: 'petitionAnswered', unitId: row.unit_id, facts: { petitionId: row.id, outcome } }])
  return petition
}

/** Accepted petitions on the publication that is corrected now lead to the one that corrects it. */
export const linkPetitions = async (
  { transaction }: Pick<ActContext, 'transaction'>,
  correctsId: string,
  publicationId: string,
): Promise<void> => {
  await sql`
    update petition set corrected_by_id = ${publicationId}, version = version + 1
    where publication_id = ${correctsId} and outcome in ('accepted', 'partlyAccepted') and corrected_by_id is null`.execute(transaction)
}
