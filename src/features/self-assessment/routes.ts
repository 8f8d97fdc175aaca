import type { X509Certificate } from 'node:crypto'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { changeClaims } from './change-claims.ts'
import { changePart } from './change-part.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { selfAssessmentRoutes, type Sheet } from './contract.ts'
import { submissionCopies } from './copies/routes.ts'
import { leafFlags } from './flags/routes.ts'
import { loadParts } from './load-parts.ts'
import { loadSheet, type SheetPlace } from './load-sheet.ts'
import { listOwnSheets } from './own-sheets.ts'
import { partRoutes } from './parts-contract.ts'
import { submitSelfAssessment } from './submit.ts'
import type { Tell } from './tell-of-part.ts'
import { carryRoutes } from './carry/contract.ts'
import { listCarrySources, previewCarry } from './carry/preview-carry.ts'
import { workbookRoutes } from './workbook/contract.ts'
import { previewWorkbook, readUploaded } from './workbook/preview.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'

/** What the unit's plan aims at in the year of a cycle; handed in by whoever puts the application together. */
export type LoadTargets = (context: ActContext, place: SheetPlace) => Promise<Result<Sheet['targets']>>

const withTargets = (sheet: Result<Sheet>, targets: Result<Sheet['targets']>): Result<Sheet> => {
  if (!sheet.ok) return sheet
  if (!targets.ok) return targets
  return accept(targets.value ? { ...sheet.value, targets: targets.value } : sheet.value)
}

export const selfAssessment = (
  tell: Tell,
  filesDir: string,
  roots: readonly X509Certificate[],
  loadTargets: LoadTargets,
): readonly Route[] => [
  ...submissionCopies(filesDir, roots),
  ...leafFlags,
  bind(selfAssessmentRoutes.own, (_request, context) => listOwnSheets(context)),
  bind(selfAssessmentRoutes.sheet, async ({ params }, context) =>
    withTargets(await loadSheet(context, params), await loadTargets(context, params)),
  ),
  bind(selfAssessmentRoutes.change, ({ params, body }, context) => changeClaims(context, params, body.claims)),
  bind(selfAssessmentRoutes.submit, ({ params, body, ifMatch }, context) => submitSelfAssessment(context, params, ifMatch, body)),
  bind(carryRoutes.sources, ({ params }, context) => listCarrySources(context, params)),
  bind(carryRoutes.preview, ({ params }, context) => previewCarry(context, params, params.fromId)),
  bind(workbookRoutes.write, ({ params }, context) => writeWorkbook(context, params)),
  bindUpload(workbookRoutes.preview, {
    prepare: ({ upload }) => readUploaded(upload),
    handle: ({ params }, context, workbook) => previewWorkbook(context, params, workbook),
  }),
  bind(partRoutes.parts, ({ params }, context) => loadParts(context, params)),
  bind(partRoutes.finish, ({ params, body, ifMatch }, context) =>
    changePart(context, tell, params, { act: body.isFinished ? 'finish' : 'resume', seen: ifMatch }),
  ),
  bind(partRoutes.handIn, ({ params, ifMatch }, context) => changePart(context, tell, params, { act: 'handIn', seen: ifMatch })),
  bind(partRoutes.giveBack, ({ params, body, ifMatch }, context) =>
    changePart(context, tell, params, { act: 'giveBack', seen: ifMatch, reason: body.reason }),
  ),
  // What was not handed in is taken in only with a reason.
  bind(partRoutes.merge, ({ params, body, ifMatch }, context) =>
    changePart(context, tell, params, { act: body.reason === undefined ? 'merge' : 'takeIn', seen: ifMatch, reason: body.reason }),
  ),
]
