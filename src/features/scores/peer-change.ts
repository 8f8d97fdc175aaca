import type { FrameworkNode } from '../../core/framework/framework.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import type { Round } from '../../core/vocabulary.ts'
import { peerTexts } from '../../language/pages/peers.ts'
import type { ScoreChange, StoredScore } from './scores.ts'

/** The facts that count in a round: those that were decided, else those that were claimed; points that somebody gave over the facts stay theirs. */
export const factsIn = (own: ReadonlyMap<string, StoredScore> | undefined, leaf: FrameworkNode, round: Round): Inputs | undefined => {
  const [decided, claimed] = [own?.get(`${round} ${leaf.id}`), own?.get(`claimed ${leaf.id}`)]
  if (decided && decided.status !== 'missing' && !decided.inputs) return undefined
  return decided?.inputs ?? (decided === undefined || decided.status === 'missing' ? claimed?.inputs : undefined)
}

/** What the pass changes at one leaf of one unit; nothing where the points stand already, or are an appraiser's to give first. */
export const changeOf = (
  own: ReadonlyMap<string, StoredScore> | undefined,
  leaf: FrameworkNode,
  round: Round,
  given: { readonly points: ScoreChange['points']; readonly inputs: Inputs },
  isFinal: boolean,
): ScoreChange | undefined => {
  const [stands, claim] = [own?.get(`${round} ${leaf.id}`), own?.get(`claimed ${leaf.id}`)]
  const appraising = round !== 'claimed'
  const isSeen = !appraising || stands?.claimedVersion === claim?.version
  if (stands?.status === 'scored' && stands.points === given.points && isSeen) return undefined
  // Before the end nobody but an appraiser decides a leaf first.
  if (appraising && !isFinal && !stands?.inputs) return undefined
  return {
    nodeId: leaf.id,
    version: stands?.version ?? 0,
    status: 'scored',
    ...(given.points !== undefined && { points: given.points }),
    inputs: given.inputs,
    ...(stands?.explanation && { explanation: stands.explanation }),
    ...(appraising && { reason: peerTexts.reason }),
    ...(appraising && claim?.points !== undefined && { claimedPoints: claim.points }),
    ...(appraising && claim && { claimedVersion: claim.version }),
  }
}
