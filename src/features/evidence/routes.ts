import { accept } from '../../core/result.ts'
import { bind, bindPrepared, bindUpload, type Route } from '../../platform/http/serve.ts'
import { addVersion } from './add-version.ts'
import { addEvidence, correctEvidence } from './change-evidence.ts'
import { changePublicity } from './change-publicity.ts'
import { evidenceRoutes } from './contract.ts'
import { linkEvidence, unlinkEvidence } from './link-evidence.ts'
import { listOfLeaf } from './list-of-leaf.ts'
import { shareEvidence } from './share-evidence.ts'
import { listUses } from './list-uses.ts'
import { listRegister } from './load-evidence.ts'
import { readEvidenceFile, readPlain } from './read-file.ts'
import { removeEvidence } from './remove-evidence.ts'
import { uploadRoutes } from './uploads/contract.ts'
import { lookAtUpload } from './uploads/finish-upload.ts'
import { beginUpload, dropUpload, listUploads, takePart } from './uploads/receive-parts.ts'

const uploads = (filesDir: string): readonly Route[] => [
  bind(uploadRoutes.list, ({ params }, context) => listUploads(context, filesDir, params.unitId)),
  bind(uploadRoutes.begin, ({ params, body }, context) => beginUpload(context, filesDir, params.unitId, body)),
  bindUpload(uploadRoutes.part, {
    prepare: async () => accept(undefined),
    handle: ({ params, body, upload }, context) => takePart(context, filesDir, params, { offset: body.offset, upload }),
  }),
  bind(uploadRoutes.drop, ({ params }, context) => dropUpload(context, filesDir, params)),
]

/** Routes of the register of documents; files stand in `filesDir`. */
export const evidence = (filesDir: string): readonly Route[] => [
  ...uploads(filesDir),
  bind(evidenceRoutes.register, ({ params, query }, context) => listRegister(context, params.unitId, query)),
  bindPrepared(evidenceRoutes.add, {
    prepare: async ({ params, body: { uploadId } }) =>
      uploadId === undefined ? accept(undefined) : lookAtUpload(filesDir, { ...params, uploadId }),
    handle: ({ params, body }, context, looked) => addEvidence(context, { filesDir, looked }, params.unitId, body),
  }),
  bind(evidenceRoutes.correct, ({ params, body, ifMatch }, context) => correctEvidence(context, { ...params, version: ifMatch }, body)),
  bindPrepared(evidenceRoutes.addFile, {
    prepare: ({ params, body: { uploadId } }) => lookAtUpload(filesDir, { unitId: params.unitId, uploadId }),
    handle: ({ params, body, ifMatch }, context, looked) =>
      addVersion(context, { filesDir, looked }, { ...params, version: ifMatch }, body),
  }),
  bind(evidenceRoutes.publicity, ({ params, body, ifMatch }, context) =>
    changePublicity(context, { ...params, version: ifMatch }, body.isPublic),
  ),
  bind(evidenceRoutes.share, ({ params, body, ifMatch }, context) =>
    shareEvidence(context, { ...params, version: ifMatch }, body.isShared),
  ),
  bind(evidenceRoutes.remove, ({ params, ifMatch }, context) => removeEvidence(context, { ...params, version: ifMatch })),
  bind(evidenceRoutes.uses, ({ params }, context) => listUses(context, params)),
  bind(evidenceRoutes.plain, ({ params, query }, context) => readPlain(context, { ...params, ...query })),
  bind(evidenceRoutes.plainInCycle, ({ params, query }, context) => readPlain(context, { ...params, ...query })),
  bind(evidenceRoutes.file, ({ params, query }, context) => readEvidenceFile(context, filesDir, { ...params, ...query })),
  bind(evidenceRoutes.fileInCycle, ({ params, query }, context) => readEvidenceFile(context, filesDir, { ...params, ...query })),
  bind(evidenceRoutes.ofLeaf, ({ params }, context) => listOfLeaf(context, params)),
  bind(evidenceRoutes.link, ({ params }, context) => linkEvidence(context, params)),
  bind(evidenceRoutes.unlink, ({ params }, context) => unlinkEvidence(context, params)),
]
