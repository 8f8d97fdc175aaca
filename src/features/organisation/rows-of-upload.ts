import { readFile } from 'node:fs/promises'
import type { Result } from '../../core/result.ts'
import { readRows } from '../../platform/documents/read-rows.ts'
import type { Upload } from '../../platform/http/request.ts'

/** The rows of an uploaded workbook, read before any transaction is open. */
export const readRowsOfUpload = async ({ upload }: { readonly upload: Upload }): Promise<Result<readonly (readonly string[])[]>> =>
  readRows(await readFile(upload.file.path), upload.fileName)
