import { createHash } from 'node:crypto'
import { uploadRoutes } from '../src/features/evidence/uploads/contract.ts'
import type { Call, CallReply } from './call.ts'

/** Sends a file to a unit as a page does, in parts, and gives the id under which it waits to be used; a refusal throws. */
export const sendFile = async (
  person: Call,
  unitId: string,
  { bytes, fileName }: { readonly bytes: Buffer; readonly fileName: string },
  partBytes = 4 * 1024 * 1024,
): Promise<string> => {
  const fingerprint = createHash('sha256').update(bytes).update(fileName).digest('hex')
  const begun = await person(uploadRoutes.begin, {
    params: { unitId },
    body: { fileName, size: bytes.length, fingerprint, secrecy: 'open' },
  })
  const { id: uploadId } = begun.value
  for (let offset = begun.value.received; offset < bytes.length; offset += partBytes)
    refuseToFail(await sendPart(person, { unitId, uploadId }, offset, bytes.subarray(offset, offset + partBytes)))
  return uploadId
}

const refuseToFail = ({ status, raw }: CallReply<typeof uploadRoutes.part>): void => {
  if (status !== 200) throw new Error(raw.body)
}

/** Sends one part. */
export const sendPart = (
  person: Call,
  params: { readonly unitId: string; readonly uploadId: string },
  offset: number,
  bytes: Buffer,
): Promise<CallReply<typeof uploadRoutes.part>> =>
  person(uploadRoutes.part, { params, upload: { bytes, fileName: 'phan', fields: { offset: String(offset) } } })
