import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { type CmsSignature, readCms, readStamp, type Stamp } from './read-cms.ts'
import { coveredBy, findSignedRanges, mostSignatures, type SignedRange } from './signed-ranges.ts'

/** What stands in one byte range: a person’s signature, a clock’s stamp over the file, or something that could not be read. */
export interface FoundSignature {
  readonly end: number
  /** Where the covered bytes are first left out. */
  readonly gapStart: number
  /** As the dictionary around it says. */
  readonly statedAt?: string
  readonly found: CmsSignature | { readonly clock: Stamp } | { readonly unread: 'unreadable' | 'truncated' }
}

const detached = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])
const stampForm = 'ETSI.RFC3161'

const readOne = async (bytes: Buffer, range: SignedRange): Promise<FoundSignature['found']> => {
  const { contents, form = '', isTruncated } = range
  if (!contents) return { unread: isTruncated ? 'truncated' : 'unreadable' }
  try {
    if (detached.has(form)) return await readCms(contents, coveredBy(bytes, range))
    const clock = form === stampForm ? await readStamp(contents, coveredBy(bytes, range)) : undefined
    return clock ? { clock } : { unread: 'unreadable' }
  } catch {
    return { unread: 'unreadable' }
  }
}

/** Reads every signature of a PDF, one after the other, in the thread that calls. */
export const readSignatures = async (given: Uint8Array): Promise<Result<readonly FoundSignature[]>> => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const ranges = findSignedRanges(bytes)
  if (ranges.length > mostSignatures) return refuse(errorAt('signedPaperRefused', 'file', { reason: 'tooMany' }))
  const read: FoundSignature[] = []
  for (const range of ranges) {
    const { end, gap, statedAt } = range
    read.push({ end, gapStart: gap[0], ...(statedAt && { statedAt }), found: await readOne(bytes, range) })
  }
  return accept(read)
}
