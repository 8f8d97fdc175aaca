/** Why a signed PDF is not taken as the signed copy of a version. */
export type SignedPaperFault =
  | 'unsigned'
  | 'unreadable'
  | 'truncated'
  | 'altered'
  | 'invalid'
  | 'weak'
  | 'addedAfter'
  | 'changed'
  | 'otherPaper'
  | 'nameless'
  | 'ahead'
  | 'tooMany'
  | 'tooBig'
  | 'notTrusted'

/** Why a signed or stamped copy is not taken, or is still due. Moments as ISO 8601 in UTC. */
export interface SignedPaperProblemFacts {
  signedPaperRefused: { readonly reason: SignedPaperFault; readonly signer?: string }
  certificateNotValid: { readonly signer: string; readonly from: string; readonly until: string; readonly moment: string }
  /** The version that is to be submitted or published has no copy of the kind that the cycle asks for. */
  proofDue: { readonly asked: 'scan' | 'signature' | 'either'; readonly of: 'submission' | 'publication' }
  /** The copy was made of a version that has changed since. */
  proofOfOtherVersion: Record<never, never>
  /** “No documents” is declared at a leaf that has some. */
  documentsThere: { readonly count: number }
}
