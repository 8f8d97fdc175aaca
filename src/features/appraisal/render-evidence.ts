import type { ReactNode } from 'react'

export interface EvidencePlace {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
}

/** Documents of a leaf are another feature's; the shell hands their panel in. */
export type RenderEvidence = (place: EvidencePlace) => ReactNode

/** Signed and stamped copies of what the unit submitted. */
export type RenderCopies = (place: Omit<EvidencePlace, 'nodeId'>) => ReactNode
