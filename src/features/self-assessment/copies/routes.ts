import type { X509Certificate } from 'node:crypto'
import { readCopy } from '../../../platform/copies/read-copy.ts'
import { bind, bindUpload, type Route } from '../../../platform/http/serve.ts'
import { submissionCopyRoutes } from './contract.ts'
import { addCopy, copyFile, formToSign, showCopies } from './copies.ts'

/** `roots`: certificates to which the chain of a signer has to lead; none where the installation names none. */
export const submissionCopies = (filesDir: string, roots: readonly X509Certificate[]): readonly Route[] => [
  bind(submissionCopyRoutes.copies, ({ params }, context) => showCopies(context, params)),
  bind(submissionCopyRoutes.form, ({ params }, context) => formToSign(context, params)),
  bindUpload(submissionCopyRoutes.add, {
    prepare: ({ upload, body }) => readCopy(upload, body.kind, roots),
    handle: ({ params, upload }, context, read) => addCopy(context, filesDir, params, upload, read),
  }),
  bind(submissionCopyRoutes.file, ({ params }, context) => copyFile(context, filesDir, params)),
]
