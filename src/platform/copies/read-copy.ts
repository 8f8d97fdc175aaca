import { readFile } from 'node:fs/promises'
import type { X509Certificate } from 'node:crypto'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ProofKind } from '../../core/proof.ts'
import { type ReadPaper, readPaper } from '../documents/signatures/read-signed-paper.ts'
import { type MediaType, mediaTypes } from '../files/media-type.ts'
import type { Upload } from '../http/request.ts'

const accepted: Readonly<Record<ProofKind, readonly MediaType[]>> = {
  signature: [mediaTypes.pdf],
  scan: [mediaTypes.pdf, mediaTypes.png, mediaTypes.jpeg, mediaTypes.tiff],
}

/** A copy that came, read as far as that needs neither the database nor the version. */
export interface ReadCopy {
  readonly kind: ProofKind
  readonly accepts: readonly MediaType[]
  /** To which the chain of a signer has to lead; none where the installation names none. */
  readonly roots: readonly X509Certificate[]
  /** Absent for a scan. */
  readonly paper?: ReadPaper
}

/** Reads a copy that came; the slow part, before any transaction is open. */
export const readCopy = async ({ file }: Upload, kind: ProofKind, roots: readonly X509Certificate[]): Promise<Result<ReadCopy>> => {
  const accepts = accepted[kind]
  if (!accepts.includes(file.mediaType)) return refuse(errorAt('unreadableFile', 'file', { reason: 'unknownFormat' }))
  if (kind === 'scan') return accept({ kind, accepts, roots })
  const paper = await readPaper(await readFile(file.path))
  return paper.ok ? accept({ kind, accepts, roots, paper: paper.value }) : paper
}
