import type { X509Certificate } from 'node:crypto'
import { readCopy } from '../../../platform/copies/read-copy.ts'
import { bind, bindUpload, type Route } from '../../../platform/http/serve.ts'
import { publicationCopyRoutes } from './contract.ts'
import { addResultCopy, resultCopyFile, resultsToSign, showResultCopies } from './copies.ts'

/** `roots`: certificates to which the chain of a signer has to lead; none where the installation names none. */
export const publicationCopies = (filesDir: string, roots: readonly X509Certificate[]): readonly Route[] => [
  bind(publicationCopyRoutes.copies, ({ params }, context) => showResultCopies(context, params.cycleId)),
  bind(publicationCopyRoutes.form, ({ params }, context) => resultsToSign(context, params.cycleId)),
  bindUpload(publicationCopyRoutes.add, {
    prepare: ({ upload, body }) => readCopy(upload, body.kind, roots),
    handle: ({ params, upload }, context, read) => addResultCopy(context, filesDir, params.cycleId, upload, read),
  }),
  bind(publicationCopyRoutes.file, ({ params }, context) => resultCopyFile(context, filesDir, params)),
]
