import type { X509Certificate } from 'node:crypto'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { changeClaims } from './change-claims.ts'
import { changePart } from './change-part.ts'
import { selfAssessmentRoutes } from './contract.ts'
import { submissionCopies } from './copies/routes.ts'
import { leafFlags } from './flags/routes.ts'
import { loadParts } from './load-parts.ts'
import { loadSheet } from './load-sheet.ts'
import { listOwnSheets } from './own-sheets.ts'
import { partRoutes } from './parts-contract.ts'
import { submitSelfAssessment } from './submit.ts'
import type { Tell } from './tell-of-part.ts'
import { carryRoutes } from './carry/contract.ts'
import { listCarrySources, previewCarry } from './carry/preview-carry.ts'
import { workbookRoutes } from './workbook/contract.ts'
import { previewWorkbook, readUploaded } from './workbook/preview.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'

export const selfAssessment = (tell: Tell, filesDir: string, roots: readonly X509Certificate[]): readonly Route[] => [
  ...submissionCopies(filesDir, roots),
  ...leafFlags,
  bind(selfAssessmentRoutes.own, (_request, context) => listOwnSheets(context)),
  bind(selfAssessmentRoutes.sheet, ({ params }, context) => loadSheet(context, params)),
  bind(selfAssessmentRoutes.change, ({ params, body }, context) => changeClaims(context, params, body.claims)),
  bind(selfAssessmentRoutes.submit, ({ params, body, ifMatch }, context) => submitSelfAssessment(context, params, ifMatch, body)),
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
