import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { frameworkRoutes } from './contract.ts'
import { compareWith } from './versions/compare-with.ts'
import { deriveFramework } from './versions/derive-framework.ts'
import { downloadFramework, downloadSource } from './downloads.ts'
import { editDraft, removeDraft, undoStep } from './edit-draft.ts'
import { listFrameworks } from './list-frameworks.ts'
import { loadFramework } from './load-framework.ts'
import { readDecision } from './read-decision.ts'
import { putInForce } from './put-in-force.ts'
import { startDraft } from './start-draft.ts'
import { viewFramework } from './view-framework.ts'

/** Routes of criteria frameworks; decisions are kept under `filesDir`. */
export const frameworks = (filesDir: string): readonly Route[] => [
  bind(frameworkRoutes.list, (_request, context) => listFrameworks(context)),
  bind(frameworkRoutes.read, async ({ params }, context) => {
    const record = await loadFramework(context, params.frameworkId)
    return record.ok ? viewFramework(context, record.value) : record
  }),
  bindUpload(frameworkRoutes.upload, {
    prepare: ({ upload, body }) => readDecision(upload, body.table),
    handle: ({ upload, body }, context, draft) => startDraft(context, filesDir, { upload, draft }, body),
  }),
  bind(frameworkRoutes.edit, ({ params, body, ifMatch }, context) => editDraft(context, params.frameworkId, ifMatch, body.edits)),
  bind(frameworkRoutes.undo, ({ params, ifMatch }, context) => undoStep(context, params.frameworkId, ifMatch)),
  bind(frameworkRoutes.remove, ({ params, ifMatch }, context) => removeDraft(context, params.frameworkId, ifMatch)),
  bind(frameworkRoutes.derive, ({ params, body }, context) => deriveFramework(context, params.frameworkId, body)),
  bind(frameworkRoutes.compare, ({ params, query }, context) => compareWith(context, params.frameworkId, query.with)),
  bind(frameworkRoutes.putInForce, ({ params, body, ifMatch }, context) =>
    putInForce(context, params.frameworkId, ifMatch, body.inForceFrom),
  ),
  bind(frameworkRoutes.file, ({ params }, context) => downloadFramework(context, params.frameworkId)),
  bind(frameworkRoutes.source, ({ params }, context) => downloadSource(context, filesDir, params.frameworkId)),
]
