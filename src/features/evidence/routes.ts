import { checkDocument } from '../../core/evidence/check-document.ts'
import { accept } from '../../core/result.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { addEvidence, correctEvidence } from './change-evidence.ts'
import { evidenceRoutes } from './contract.ts'
import { linkEvidence, unlinkEvidence } from './link-evidence.ts'
import { listOfLeaf, listRegister } from './load-evidence.ts'
import { readEvidenceFile } from './read-file.ts'

/** Routes of the register of documents; files stand in `filesDir`. */
export const evidence = (filesDir: string): readonly Route[] => [
  bind(evidenceRoutes.register, ({ params, query }, context) => listRegister(context, params.unitId, query)),
  bindUpload(evidenceRoutes.add, {
    checkBeforeFile: ({ body }) => checkDocument(body, true),
    prepare: async () => accept(undefined),
    handle: ({ params, body, upload }, context) => addEvidence(context, filesDir, params.unitId, body, upload),
  }),
  bind(evidenceRoutes.correct, ({ params, body, ifMatch }, context) => correctEvidence(context, { ...params, version: ifMatch }, body)),
  bind(evidenceRoutes.file, ({ params, query }, context) => readEvidenceFile(context, filesDir, { ...params, ...query })),
  bind(evidenceRoutes.fileInCycle, ({ params, query }, context) => readEvidenceFile(context, filesDir, { ...params, ...query })),
  bind(evidenceRoutes.ofLeaf, ({ params }, context) => listOfLeaf(context, params)),
  bind(evidenceRoutes.link, ({ params }, context) => linkEvidence(context, params)),
  bind(evidenceRoutes.unlink, ({ params }, context) => unlinkEvidence(context, params)),
]
