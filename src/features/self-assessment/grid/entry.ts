/** What the unit claims for one leaf. Points are text with a decimal point; cleared is `missing`, which is not zero. */
export interface Claim {
  readonly status: 'scored' | 'notApplicable' | 'missing'
  readonly points?: string
  readonly explanation?: string
}

/** A claim as the server has it; version 0 where it has none. */
export interface StoredClaim extends Claim {
  readonly version: number
}

/** A claim as it comes from the server, with who changed it last. */
export interface GivenClaim {
  readonly nodeId: string
  readonly version: number
  readonly status: Claim['status']
  readonly points?: string | undefined
  readonly explanation?: string | undefined
  readonly changedAt?: string | undefined
  readonly changedBy?: { readonly name: string } | undefined
}

/** One leaf on the page: what the server has, what stands here, and what keeps the two apart. */
export interface Entry {
  readonly nodeId: string
  readonly stored: StoredClaim
  readonly claim: Claim
  /** Typed text that is not accepted; it stays in its cell until corrected. */
  readonly refused?: { readonly text: string; readonly message: string }
  /** Another person's claim that came between. */
  readonly conflict?: { readonly theirs: StoredClaim; readonly by?: string; readonly moment?: string }
}

export const sameClaim = (a: Claim, b: Claim): boolean =>
  a.status === b.status && (a.points ?? '') === (b.points ?? '') && (a.explanation ?? '') === (b.explanation ?? '')

/** Whether the entry has to be sent: changed, in order, and not waiting for a person's decision. */
export const isUnsaved = (entry: Entry): boolean => !entry.conflict && !sameClaim(entry.claim, entry.stored)

/** Whether something typed would be lost if the page were gone. */
export const isKeptHereOnly = (entry: Entry): boolean => entry.refused !== undefined || !sameClaim(entry.claim, entry.stored)

/** Only what a claim of this status has. */
export const claimOf = ({ status, points, explanation }: Pick<GivenClaim, 'status' | 'points' | 'explanation'>): Claim => ({
  status,
  ...(status === 'scored' && points !== undefined && { points }),
  ...(explanation && { explanation }),
})
