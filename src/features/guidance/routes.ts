import { accept } from '../../core/result.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { guidanceRoutes } from './contract.ts'
import { confirmGuidance, guidanceFile, issueGuidance, withdrawGuidance } from './issue-guidance.ts'
import { listChoices, listGuidance, listReaders } from './list-guidance.ts'

/** Routes of the guidance library; files stand in `filesDir`. */
export const guidance = (filesDir: string): readonly Route[] => [
  bind(guidanceRoutes.list, ({ query }, context) => listGuidance(context, query)),
  bindUpload(guidanceRoutes.issue, {
    prepare: async () => accept(undefined),
    handle: ({ body, upload }, context) => issueGuidance(context, filesDir, body, upload),
  }),
  bind(guidanceRoutes.withdraw, ({ params, body, ifMatch }, context) =>
    withdrawGuidance(context, { ...params, version: ifMatch }, body.reason),
  ),
  bind(guidanceRoutes.file, ({ params }, context) => guidanceFile(context, filesDir, params.guidanceId)),
  bind(guidanceRoutes.confirm, ({ params }, context) => confirmGuidance(context, params)),
  bind(guidanceRoutes.readers, ({ params, query }, context) => listReaders(context, params.guidanceId, query)),
  bind(guidanceRoutes.criteria, ({ query }, context) => listChoices(context, query.cycleId)),
]
