import { z } from 'zod'
import { proofDemands, proofKinds } from '../core/proof.ts'
import { id, moment, personRef } from './shapes.ts'

export const demandShape = z.enum(proofDemands)

/** What was read of one signature when its file came. */
export const signatureShape = z.object({
  signer: z.string(),
  organisation: z.string().optional(),
  issuer: z.string().optional(),
  validFrom: moment.optional(),
  validUntil: moment.optional(),
  signedAt: moment.optional(),
  timestampedAt: moment.optional(),
  trust: z.enum(['trusted', 'notTrusted', 'unknown']),
})
export type ReadSignature = z.infer<typeof signatureShape>

/** A signed or stamped copy of one version. */
export const copyShape = z.object({
  id,
  kind: z.enum(proofKinds),
  fileName: z.string(),
  versionHash: z.string(),
  addedAt: moment,
  addedBy: personRef,
  signatures: z.array(signatureShape),
})
export type VersionCopy = z.infer<typeof copyShape>

/** What is asked for, of which version, and what was handed in, newest first; `hasMore`: there are older copies than those listed. */
export const copiesShape = z.object({
  demand: demandShape,
  hash: z.string(),
  isProved: z.boolean(),
  copies: z.array(copyShape),
  hasMore: z.boolean(),
})
export type VersionCopies = z.infer<typeof copiesShape>

/** Scans of many pages stay below. */
export const maxCopyBytes = 40 * 1024 * 1024

export const copyBody = z.object({ kind: z.enum(proofKinds) })
