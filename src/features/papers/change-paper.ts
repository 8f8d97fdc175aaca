import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { parsePaperDetails } from '../../reports/papers/paper-details.ts'
import { paperSymbol, paperTitle } from '../../reports/paper-symbol.ts'
import { composeDraft, showPaper } from './compose-draft.ts'
import type { Basis, Paper } from './contract.ts'
import { loadPaper, type PaperAt, type PaperRow } from './load-paper.ts'
import { kindsAt, type PaperPlace } from './place.ts'
import { suggestDetails, suggestFacts } from './suggest-content.ts'

interface NewPaper {
  readonly kind: PaperKind
  readonly cycleId?: string | undefined
  /** The unit that the paper is about; in a unit's own register always that unit. */
  readonly about?: string | undefined
  readonly group?: string | undefined
  /** What it says, where the data of the cycle do not say it: of a form, a plan, a survey. */
  readonly facts?: object | undefined
}

/** A draft begins with what the last paper of the place knew of the agency and with what the data say, number and day open. */
export const startPaper = async (
  context: ActContext,
  at: PaperPlace,
  { kind, cycleId, about = at.unitId, group, facts }: NewPaper,
): Promise<Result<Paper>> => {
  const { transaction, actor } = context
  if (!kindsAt(at).includes(kind)) return refuse(errorAt('notFound', kind, { what: 'paper' }))
  if (at.unitId !== undefined && about !== at.unitId) return refuse(errorAt('notFound', about ?? '', { what: 'unit' }))
  const id = randomUUID()
  await transaction
    .insertInto('paper')
    .values({
      id,
      authority_id: actor.authorityId,
      kind,
      cycle_id: cycleId ?? null,
      unit_id: about ?? null,
      unit_group: group ?? null,
      owner_unit_id: at.unitId ?? null,
      details: JSON.stringify(await suggestDetails(context, at, kind)),
      facts: JSON.stringify({ ...(await suggestFacts(context, { kind, cycleId, group })), ...facts }),
      created_by: actor.personId,
    })
    .execute()
  await recordActions(context, [
    {
      kind: 'paperStarted',
      ...(cycleId !== undefined && { cycleId }),
      ...(about !== undefined && { unitId: about }),
      facts: { paperId: id, kind },
    },
  ])
  const paper = await loadPaper(transaction, { ...at, paperId: id })
  return paper.ok ? accept(await showPaper(context, paper.value)) : paper
}

interface SeenPaper extends PaperAt {
  readonly version: number
}

/** The paper locked, still a draft and as it was seen. */
const openDraft = async ({ transaction }: ActContext, at: SeenPaper): Promise<Result<PaperRow>> => {
  const paper = await loadPaper(transaction, at, true)
  if (!paper.ok) return paper
  if (paper.value.version !== at.version) return refuse(errorAt('changedMeanwhile', '', { version: String(paper.value.version) }))
  return paper.value.report === null ? paper : refuse(errorAt('paperIssued', '', {}))
}

const saveBases = async ({ transaction, actor }: ActContext, paperId: string, bases: readonly Basis[]): Promise<void> => {
  await transaction.deleteFrom('paper_basis').where('paper_id', '=', paperId).execute()
  if (bases.length === 0) return
  await transaction
    .insertInto('paper_basis')
    .values(
      bases.map(({ documentId, type, number, issuedOn, issuer, title }, at) => ({
        authority_id: actor.authorityId,
        paper_id: paperId,
        position: at + 1,
        document_type: type,
        number: number ?? '',
        issued_on: issuedOn ?? null,
        issuer: issuer ?? '',
        title: title ?? '',
        document_id: documentId ?? null,
      })),
    )
    .execute()
}

interface PaperContent {
  readonly details: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, unknown>>
  readonly bases: readonly Basis[]
}

/** Fills in a draft. What is not right yet is kept and named, so that a clerk can come back to it. */
export const changePaper = async (context: ActContext, at: SeenPaper, content: PaperContent): Promise<Result<Paper>> => {
  const draft = await openDraft(context, at)
  if (!draft.ok) return draft
  await context.transaction
    .updateTable('paper')
    .set({
      details: JSON.stringify(content.details),
      facts: JSON.stringify(content.facts),
      version: at.version + 1,
      changed_at: sql`now()`,
    })
    .where('id', '=', at.paperId)
    .execute()
  await saveBases(context, at.paperId, content.bases)
  await recordActions(context, [{ kind: 'paperChanged', facts: { paperId: at.paperId } }])
  const paper = await loadPaper(context.transaction, at)
  return paper.ok ? accept(await showPaper(context, paper.value)) : paper
}

/** Enters number and day and freezes what the paper says. Anything still missing keeps it from being issued. */
export const issuePaper = async (
  context: ActContext,
  at: SeenPaper,
  { number, issuedOn }: { readonly number?: number | undefined; readonly issuedOn: string },
): Promise<Result<Paper>> => {
  const draft = await openDraft(context, at)
  if (!draft.ok) return draft
  if (draft.value.is_trial) return refuse(errorAt('trialHasNoEffect', '', {}))
  const report = await composeDraft(context, {
    ...draft.value,
    details: { ...draft.value.details, date: issuedOn, draft: false, ...(number !== undefined && { number }) },
  })
  if (!report.ok) return report
  const { heading } = report.value
  const isNumbered = heading.kind !== 'sheet'
  if (isNumbered && number === undefined) return refuse(errorAt('missingField', 'number', { field: 'number' }))
  const details = parsePaperDetails(draft.value.details)
  await context.transaction
    .updateTable('paper')
    .set({
      number: isNumbered ? (number ?? null) : null,
      symbol: isNumbered ? paperSymbol(heading) : null,
      issued_on: issuedOn,
      signer: (details.ok && details.value.signer) || null,
      summary: paperTitle(heading),
      report: JSON.stringify(report.value),
      issued_at: sql`now()`,
      issued_by: context.actor.personId,
      version: at.version + 1,
      changed_at: sql`now()`,
    })
    .where('id', '=', at.paperId)
    .execute()
  await recordActions(context, [{ kind: 'paperIssued', facts: { paperId: at.paperId, number: number ?? null, issuedOn } }])
  const paper = await loadPaper(context.transaction, at)
  return paper.ok ? accept(await showPaper(context, paper.value)) : paper
}

/** Throws a draft away. */
export const removePaper = async (context: ActContext, at: SeenPaper): Promise<Result<undefined>> => {
  const draft = await openDraft(context, at)
  if (!draft.ok) return draft
  await context.transaction.deleteFrom('paper').where('id', '=', at.paperId).execute()
  await recordActions(context, [{ kind: 'paperRemoved', facts: { paperId: at.paperId, kind: draft.value.kind } }])
  return accept(undefined)
}
