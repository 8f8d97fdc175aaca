import type { Outcome } from '../../web/widgets/client.ts'

/** Lets a document prove a leaf, or no longer; the shell gives the way, since documents are another feature's. */
export type LinkDocument = (
  place: { readonly cycleId: string; readonly unitId: string; readonly nodeId: string; readonly evidenceId: string },
  isLinked: boolean,
) => Promise<Outcome<unknown>>
