import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { computeResults } from '../../../core/results/compute-results.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ProofDemand } from '../../../core/proof.ts'
import { trialMark } from '../../../language/trial-words.ts'
import { evidenceText } from '../../../language/reports/basis-words.ts'
import type { PrintedVersion } from '../../../platform/copies/copies.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { paperFontFolders } from '../../../platform/files/paper-fonts.ts'
import { composeFrozenSubmission } from '../../../reports/papers/frozen-version.ts'
import { sheetOfResults } from '../../../reports/papers/of-results.ts'
import type { UnitSheet } from '../../../reports/papers/unit-sheet.ts'
import { writeReport } from '../../../reports/write-report.ts'
import { walkNodes } from '../../../core/framework/walk.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { ownPartOf } from '../../scores/own-part.ts'
import { loadScores } from '../../scores/load-scores.ts'
import type { StoredScore } from '../../scores/scores.ts'
import { unitScoresOf } from '../../scores/unit-scores.ts'
import { loadAbsences } from '../flags/absences.ts'
import { type DocumentsOfSheet, hashOfSheet, loadDocuments } from '../form-of-sheet.ts'
import { claimsOf, type SheetPlace } from '../load-sheet.ts'

interface HeadRow {
  readonly authority: string
  readonly unit: string
  readonly year: number
  readonly unit_group: string
  readonly framework_id: string
  readonly stage: string
  readonly submitted_hash: string | null
  readonly submission_demand: ProofDemand
  readonly is_trial: boolean
}

/** The version of a sheet that counts: what was submitted, before that what stands. */
export interface SheetVersion {
  readonly hash: string
  readonly demand: ProofDemand
  readonly head: HeadRow
  readonly framework: FrameworkInForce
  readonly scores: readonly StoredScore[]
  readonly documents: DocumentsOfSheet
}

export const demandOf = async ({ transaction }: ActContext, cycleId: string): Promise<ProofDemand> => {
  const cycle = await transaction.selectFrom('cycle').select('submission_demand').where('id', '=', cycleId).executeTakeFirst()
  return (cycle?.submission_demand ?? 'none') as ProofDemand
}

/** Loads the version; its hash is the one that submitting freezes. */
export const loadVersion = async (context: ActContext, place: SheetPlace): Promise<Result<SheetVersion>> => {
  const { rows } = await sql<HeadRow>`
    select a.name as authority, u.name as unit, c.year, cu.unit_group, cu.framework_id, cu.stage, cu.submitted_hash, c.submission_demand, c.is_trial
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join unit u on u.id = cu.unit_id join authority a on a.id = cu.authority_id
    where cu.cycle_id = ${place.cycleId} and cu.unit_id = ${place.unitId}`.execute(context.transaction)
  const head = rows[0]
  // Of a part alone no version can be printed or hashed: the database shows a division no other leaves.
  if (await ownPartOf(context, place)) return refuse(errorAt('headSubmits', '', {}))
  if (!head) return refuse(errorAt('notFound', place.unitId, { what: 'unit' }))
  const framework = await loadFrameworkInForce(context, head.framework_id)
  if (!framework.ok) return framework
  const scores = await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed'])
  const documents = await loadDocuments(context, place)
  const { hash, framework: set } = framework.value
  const standing = hashOfSheet(place, { hash, nodes: set.nodes }, claimsOf(scores), documents, await loadAbsences(context, place))
  const frozen = head.stage === 'selfAssessing' || head.stage === 'preparing' ? undefined : head.submitted_hash
  return accept({ hash: frozen ?? standing, demand: head.submission_demand, head, framework: framework.value, scores, documents })
}

const sheetOf = ({ head, framework: { framework }, scores, documents }: SheetVersion, unitId: string): Result<UnitSheet> => {
  const computed = computeResults(framework, [unitScoresOf({ id: unitId, group: head.unit_group, ranked: true }, scores)], {})
  if (!computed.ok) return computed
  const sheet = sheetOfResults({ framework, results: computed.value, names: new Map([[unitId, head.unit]]) }, unitId)
  if (!sheet) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const explanations = new Map(scores.map(({ nodeId, explanation }) => [nodeId, explanation]))
  const ids = [...walkNodes(framework.nodes)].map(({ node }) => node.id)
  const cited = (nodeId: string): readonly string[] =>
    (documents.get(nodeId) ?? []).map((each) =>
      evidenceText({
        title: each.title,
        number: each.documentNumber ?? null,
        issuedOn: each.issuedOn ?? null,
        issuer: each.issuer ?? null,
      }),
    )
  const rows = sheet.rows.map(({ given, ...row }, at) => {
    const nodeId = ids[at] ?? ''
    return { ...row, claimed: given, explanation: explanations.get(nodeId), evidence: cited(nodeId) }
  })
  return accept({ ...sheet, year: head.year, rows, claimed: sheet.given, given: undefined })
}

/** The version as the PDF that is given out to be signed; the same version gives the same bytes. */
export const printVersion = async (version: SheetVersion, { unitId }: SheetPlace): Promise<Result<PrintedVersion>> => {
  const sheet = sheetOf(version, unitId)
  if (!sheet.ok) return sheet
  const report = composeFrozenSubmission(version.head.authority, sheet.value, version.hash, version.head.year)
  const marked = version.head.is_trial ? { ...report, mark: trialMark } : report
  return accept({ hash: version.hash, pdf: await writeReport(marked, 'pdf', paperFontFolders()) })
}
