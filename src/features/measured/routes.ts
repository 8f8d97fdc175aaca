import { readFile } from 'node:fs/promises'
import type { Result } from '../../core/result.ts'
import { readRows } from '../../platform/documents/read-rows.ts'
import type { Upload } from '../../platform/http/request.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { measuredRoutes } from './contract.ts'
import { loadExternalLeaves } from './external-leaves.ts'
import { applyExternal, previewExternal } from './external-values.ts'
import { markInPanel } from './mark-in-panel.ts'
import { peerRoutes } from './peer-contract.ts'
import { computePeerPoints, loadPeerPoints } from './peer-points.ts'
import { listCyclesWith, loadOwnMarks } from './own-marks.ts'

const prepare = async ({ upload: { file, fileName } }: { readonly upload: Upload }): Promise<Result<readonly (readonly string[])[]>> =>
  readRows(await readFile(file.path), fileName)

/** Routes of what neither units nor appraisers measure: marks of leaders, other evaluations. */
export const measured: readonly Route[] = [
  bind(peerRoutes.read, ({ params }, context) => loadPeerPoints(context, params.cycleId)),
  bind(peerRoutes.compute, ({ params }, context) => computePeerPoints(context, params.cycleId)),
  bind(measuredRoutes.panels, (_, context) => listCyclesWith(context, 'panel')),
  bind(measuredRoutes.ownMarks, ({ params }, context) => loadOwnMarks(context, params.cycleId)),
  bind(measuredRoutes.mark, ({ params, body }, context) => markInPanel(context, params, body.marks)),
  bind(measuredRoutes.externalCycles, (_, context) => listCyclesWith(context, 'external')),
  bind(measuredRoutes.externalLeaves, ({ params }, context) => loadExternalLeaves(context, params.cycleId)),
  bindUpload(measuredRoutes.previewExternal, {
    prepare,
    handle: ({ params, body }, context, rows) => previewExternal(context, params.cycleId, body, rows),
  }),
  bindUpload(measuredRoutes.applyExternal, {
    prepare,
    handle: ({ params, body }, context, rows) => applyExternal(context, params.cycleId, body, rows),
  }),
]
