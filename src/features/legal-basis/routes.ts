import { accept } from '../../core/result.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { addBody, changeBody } from './bodies/change-bodies.ts'
import { addCharge, changeCharge, listCharges } from './bodies/charges.ts'
import { bodyRoutes } from './bodies/contract.ts'
import { listBodies } from './bodies/load-bodies.ts'
import { addDocument, attachFile, changeDocument, removeDocument } from './change-documents.ts'
import { type DocumentChanges, documentChanges, ownDocumentChanges } from './changes-contract.ts'
import { legalBasisRoutes } from './contract.ts'
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
  bind(bodyRoutes.list, (_request, context) => listBodies(context)),
  bind(bodyRoutes.add, ({ body }, context) => addBody(context, body)),
  bind(bodyRoutes.change, ({ params, body, ifMatch }, context) => changeBody(context, { ...params, version: ifMatch }, body)),
  bind(bodyRoutes.charges, ({ params }, context) => listCharges(context, params.unitId)),
  bind(bodyRoutes.addCharge, ({ params, body }, context) => addCharge(context, params.unitId, body)),
  bind(bodyRoutes.changeCharge, ({ params, body, ifMatch }, context) => changeCharge(context, { ...params, version: ifMatch }, body)),
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
