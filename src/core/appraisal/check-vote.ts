import { errorAt, type Problem } from '../problem.ts'

/** Hands raised on one proposal. */
export interface Vote {
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstained: number
}

/**
 * What keeps a vote of the council on one leaf from standing: nobody voted; more hands than members who may vote on the unit (`voters`, without those who
 * have an interest in it); more against the proposal than for it. Equal votes stand: then the side of the chair, who proposes, decides.
 */
export const checkVote = (nodeId: string, { votesFor, votesAgainst, abstained }: Vote, voters: number): readonly Problem[] => {
  const votes = votesFor + votesAgainst + abstained
  return [
    ...(votesFor + votesAgainst === 0 ? [errorAt('noVotes', nodeId, {})] : []),
    ...(votes > voters ? [errorAt('tooManyVotes', nodeId, { votes, voters })] : []),
    ...(votesAgainst > votesFor ? [errorAt('voteNotCarried', nodeId, { votesFor, votesAgainst })] : []),
  ]
}
