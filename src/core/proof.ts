/** What a cycle asks for before something is submitted or published: nothing, the scanned stamped copy, a signed PDF, or one of both. */
export const proofDemands = ['none', 'scan', 'signature', 'either'] as const
export type ProofDemand = (typeof proofDemands)[number]

/** A copy that somebody handed in: the stamped paper as a picture, or the PDF with its signature. */
export const proofKinds = ['scan', 'signature'] as const
export type ProofKind = (typeof proofKinds)[number]

/** What stands behind an act: a unit's submission, or the publication of results. */
export const provedSubjects = ['submission', 'publication'] as const
export type ProvedSubject = (typeof provedSubjects)[number]

/** Whether a copy of this kind is one that the cycle takes. Where nothing is asked for, none is. */
export const isTaken = (demand: ProofDemand, kind: ProofKind): boolean => demand === kind || demand === 'either'

/** Whether the copies of one version, by kind, are what the cycle asks for; nothing asked for is always satisfied. */
export const isProved = (demand: ProofDemand, kinds: readonly ProofKind[]): boolean =>
  demand === 'none' || kinds.some((kind) => isTaken(demand, kind))
