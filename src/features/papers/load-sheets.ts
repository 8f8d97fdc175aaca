import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import { evidenceText } from '../../language/reports/basis-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type PaperResults, sheetOfResults } from '../../reports/papers/of-results.ts'
import { spreadOf } from '../../reports/papers/ranking.ts'
import type { UnitSheet } from '../../reports/papers/unit-sheet.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadGroupScores } from '../scores/group-scores.ts'
import { loadScores } from '../scores/load-scores.ts'
import { unitScoresOf } from '../scores/unit-scores.ts'

export interface CycleGroup {
  readonly unit_group: string
  readonly framework_id: string
  readonly rounds: Round[]
  readonly is_trial: boolean
}

export const loadGroups = async ({ transaction }: ActContext, cycleId: string): Promise<readonly CycleGroup[]> =>
  (
    await sql<CycleGroup>`
      select cf.unit_group, cf.framework_id, c.rounds, c.is_trial from cycle_framework cf join cycle c on c.authority_id = cf.authority_id and c.id = cf.cycle_id
      where cf.cycle_id = ${cycleId} order by cf.unit_group`.execute(transaction)
  ).rows

export const lastRound = ({ rounds }: CycleGroup): Round => rounds.at(-1) ?? 'claimed'

/** The results of a group in its last round, as they stand now. */
export const computeGroup = async (
  context: ActContext,
  cycleId: string,
  group: CycleGroup,
): Promise<Result<PaperResults & { readonly names: ReadonlyMap<string, string> }>> => {
  const inForce = await loadFrameworkInForce(context, group.framework_id)
  if (!inForce.ok) return inForce
  const { units, names } = await loadGroupScores(context.transaction, { cycleId, group: group.unit_group, round: lastRound(group) })
  const results = computeResults(inForce.value.framework, units, {})
  return results.ok ? accept({ framework: inForce.value.framework, results: results.value, names }) : results
}

/** Stages in which a self-assessment is still the unit's own. */
export const ownStages: readonly Stage[] = ['preparing', 'selfAssessing']

/** Documents behind each criterion, as a paper cites them. */
const loadEvidence = async (
  { transaction }: ActContext,
  cycleId: string,
  unitId: string,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await transaction
    .selectFrom('linked_document')
    .select(['node_id', 'title', 'document_number', 'issued_on', 'issuer'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .orderBy('issued_on')
    .orderBy('title')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ node_id }) => node_id)].map(([node, documents]) => [
      node,
      documents.map((row) => evidenceText({ title: row.title, number: row.document_number, issuedOn: row.issued_on, issuer: row.issuer })),
    ]),
  )
}

export interface SheetOf {
  readonly cycleId: string
  readonly unitId: string
}

/** Completes what results say of a unit with what it claimed, the reasons, and its documents. */
export const completeSheet = async (
  context: ActContext,
  { cycleId, unitId }: SheetOf,
  group: CycleGroup,
  results: PaperResults,
): Promise<Result<UnitSheet>> => {
  const given = sheetOfResults(results, unitId)
  if (given === undefined) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const last = lastRound(group)
  const stored = await loadScores(context.transaction, cycleId, unitId, ['claimed', last])
  const claims = stored.filter(({ round }) => round === 'claimed')
  const computed = computeResults(results.framework, [unitScoresOf({ id: unitId, group: group.unit_group, ranked: true }, claims)], {})
  const claimed = computed.ok ? sheetOfResults({ ...results, results: computed.value }, unitId) : undefined
  const reasons = new Map(stored.filter(({ round }) => round === last).map(({ nodeId, reason }) => [nodeId, reason]))
  const explanations = new Map(claims.map(({ nodeId, explanation }) => [nodeId, explanation]))
  const evidence = await loadEvidence(context, cycleId, unitId)
  const ids = [...walkNodes(results.framework.nodes)].map(({ node }) => node.id)
  return accept({
    ...given,
    rows: given.rows.map((row, at) => ({
      ...row,
      claimed: claimed?.rows[at]?.given,
      reason: reasons.get(ids[at] ?? ''),
      explanation: explanations.get(ids[at] ?? ''),
      evidence: evidence.get(ids[at] ?? ''),
    })),
    claimed: claimed?.given,
  })
}

interface Standing {
  readonly unit_id: string
  readonly rank: number | null
  readonly percent: string | null
  readonly class: string | null
}

/** Where a unit stands after publication: from what was frozen, for a unit does not see what others got while it is not published. */
export const publishedStanding = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetOf,
): Promise<Result<Pick<UnitSheet, 'rank' | 'rankedUnits' | 'class' | 'groupMean'>>> => {
  const { rows } = await sql<Standing>`
    select o.unit_id, o.rank, o.percent::text as percent, o.class from publication_unit mine
    join publication p on p.authority_id = mine.authority_id and p.id = mine.publication_id and p.cycle_id = ${cycleId}
    join publication_unit o on o.authority_id = mine.authority_id and o.publication_id = p.id and o.unit_group = mine.unit_group
    where mine.unit_id = ${unitId} and p.number = (
      select max(l.number) from publication l join publication_unit lu on lu.authority_id = l.authority_id and lu.publication_id = l.id
      where l.cycle_id = ${cycleId} and lu.unit_id = ${unitId})`.execute(transaction)
  const own = rows.find(({ unit_id }) => unit_id === unitId)
  if (own === undefined) return refuse(errorAt('wrongStage', unitId, { stage: 'approved', act: 'readOwnPapers' }))
  const ranked = rows.filter(({ rank }) => rank !== null)
  return accept({
    rank: own.rank,
    rankedUnits: ranked.length,
    class: own.class ?? undefined,
    groupMean: spreadOf(ranked.map(({ percent }) => percent))?.mean,
  })
}
