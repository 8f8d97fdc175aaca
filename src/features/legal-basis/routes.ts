import { accept } from '../../core/result.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { addDocument, attachFile, changeDocument, removeDocument } from './change-documents.ts'
import { type DocumentChanges, documentChanges, legalBasisRoutes, ownDocumentChanges } from './contract.ts'
import { dropGround, setGround, showCycleGrounds, showFrameworkGrounds } from './grounds.ts'
import { listChoices, listDocuments } from './load-documents.ts'
import { documentFile, showDocument } from './show-document.ts'

const bindChanges = (at: DocumentChanges, filesDir: string): readonly Route[] => [
  bind(at.add, ({ params, body }, context) => addDocument(context, params, body)),
  bind(at.change, ({ params, body, ifMatch }, context) => changeDocument(context, { ...params, version: ifMatch }, body)),
  bindUpload(at.attach, {
    prepare: async () => accept(undefined),
    handle: ({ params, upload, ifMatch }, context) => attachFile(context, filesDir, { ...params, version: ifMatch }, upload),
  }),
  bind(at.remove, ({ params, ifMatch }, context) => removeDocument(context, { ...params, version: ifMatch })),
]

/** Routes of the register of plans and legal documents; files stand in `filesDir`. */
export const legalBasis = (filesDir: string): readonly Route[] => [
  bind(legalBasisRoutes.register, ({ query }, context) => listDocuments(context, query)),
  bind(legalBasisRoutes.document, ({ params }, context) => showDocument(context, params.documentId)),
  bind(legalBasisRoutes.choices, (_request, context) => listChoices(context)),
  bind(legalBasisRoutes.file, ({ params }, context) => documentFile(context, filesDir, params.documentId)),
  ...bindChanges(documentChanges, filesDir),
  ...bindChanges(ownDocumentChanges, filesDir),
  bind(legalBasisRoutes.grounds, ({ params }, context) => showCycleGrounds(context, params.cycleId)),
  bind(legalBasisRoutes.frameworkGrounds, ({ params }, context) => showFrameworkGrounds(context, params.frameworkId)),
  bind(legalBasisRoutes.setCycleGround, ({ params: { documentId, ...place } }, context) => setGround(context, place, documentId)),
  bind(legalBasisRoutes.dropCycleGround, ({ params: { documentId, ...place } }, context) => dropGround(context, place, documentId)),
  bind(legalBasisRoutes.setFrameworkGround, ({ params: { documentId, frameworkId } }, context) =>
    setGround(context, { subject: 'framework', frameworkId }, documentId),
  ),
  bind(legalBasisRoutes.dropFrameworkGround, ({ params: { documentId, frameworkId } }, context) =>
    dropGround(context, { subject: 'framework', frameworkId }, documentId),
  ),
  bind(legalBasisRoutes.setAssignmentGround, ({ params: { documentId, ...place } }, context) =>
    setGround(context, { subject: 'assignment', ...place }, documentId),
  ),
  bind(legalBasisRoutes.dropAssignmentGround, ({ params: { documentId, ...place } }, context) =>
    dropGround(context, { subject: 'assignment', ...place }, documentId),
  ),
]
