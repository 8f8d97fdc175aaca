import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment } from '../../../contract/shapes.ts'
import { secrecyLevels } from '../../../core/vocabulary.ts'

/** Largest file that is taken as evidence. */
export const maxEvidenceBytes = 200 * 1024 * 1024
/** Largest part of a file in one request: short enough to be sent again over a bad line. */
export const maxPartBytes = 4 * 1024 * 1024
/** Unfinished uploads that one person may have. */
export const maxUploads = 20

export const uploadShape = z.object({
  id,
  fileName: z.string(),
  size: z.int(),
  /** Bytes that are safe: the next part begins here. */
  received: z.int(),
  /** What the sender knows the file by. */
  fingerprint: z.string(),
  startedAt: moment,
})
export type UnfinishedUpload = z.infer<typeof uploadShape>

export const newUpload = z.object({
  fileName: z.string().min(1).max(255),
  size: z.int().min(1),
  fingerprint: z.string().min(1).max(400),
  secrecy: z.enum(secrecyLevels),
})
export type NewUpload = z.output<typeof newUpload>

const ofUpload = z.object({ unitId: id, uploadId: id })

export const uploadRoutes = {
  list: route({
    method: 'GET',
    path: '/api/units/:unitId/uploads',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Own uploads to this unit that are not finished, newest first',
    params: z.object({ unitId: id }),
    reply: z.object({ uploads: z.array(uploadShape) }),
  }),
  begin: route({
    method: 'POST',
    path: '/api/units/:unitId/uploads',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Begin to send a file in parts, or go on with the unfinished upload of the same file; of a secret document none is taken',
    params: z.object({ unitId: id }),
    body: newUpload,
    reply: uploadShape,
  }),
  part: route({
    method: 'PUT',
    path: '/api/units/:unitId/uploads/:uploadId',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Send the next part, at most 4 MiB; what is answered as received is safe on disk',
    params: ofUpload,
    body: z.object({ offset: z.coerce.number().int().min(0) }),
    upload: { maxBytes: maxPartBytes },
    reply: uploadShape,
  }),
  drop: route({
    method: 'DELETE',
    path: '/api/units/:unitId/uploads/:uploadId',
    act: 'changeEvidence',
    about: 'unit',
    summary: 'Give an unfinished upload up; what has arrived of it is removed',
    params: ofUpload,
    reply: 'nothing',
  }),
}
