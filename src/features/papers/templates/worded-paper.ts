import type { Result } from '../../../core/result.ts'
import type { PaperKind } from '../../../language/reports/paper-kind-words.ts'
import type { ActContext, Transaction } from '../../../platform/database/transaction.ts'
import { composePaper, type PaperSources } from '../../../reports/papers/compose-paper.ts'
import type { PaperDetails } from '../../../reports/papers/paper-details.ts'
import type { Report } from '../../../reports/report.ts'
import { applyTemplate } from '../../../reports/templates/apply-template.ts'
import type { PaperTemplate } from '../../../reports/templates/template.ts'

/** The template in force for a kind; undefined where papers are worded by the program. */
export const templateInForce = async (transaction: Transaction, kind: PaperKind): Promise<PaperTemplate | undefined> => {
  const row = await transaction
    .selectFrom('paper_template_use as u')
    .innerJoin('paper_template as t', (join) => join.onRef('t.kind', '=', 'u.kind').onRef('t.version', '=', 'u.template_version'))
    .select('t.content')
    .where('u.kind', '=', kind)
    .executeTakeFirst()
  return row?.content as PaperTemplate | undefined
}

interface Wanted {
  readonly kind: PaperKind
  readonly details: PaperDetails
  readonly sources: PaperSources
}

/** Composes a paper in a wording, the program's where none is given. */
export const composeIn = (template: PaperTemplate | undefined, { kind, details, sources }: Wanted): Result<Report> => {
  const composed = composePaper(kind, details, sources)
  return composed.ok && template ? applyTemplate(kind, template, { details, sources, composed: composed.value }) : composed
}

/** Composes a paper as the authority words it now. */
export const composeWorded = async ({ transaction }: ActContext, wanted: Wanted): Promise<Result<Report>> =>
  composeIn(await templateInForce(transaction, wanted.kind), wanted)
