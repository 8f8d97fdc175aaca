import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { nodeId } from '../../core/ids.ts'
import type { LeafScore, UnitScores } from '../../core/results/scores.ts'
import { treatments } from '../../core/vocabulary.ts'

const words = { notApplicable: 'na', notMeasured: 'nm', missing: '' } as const

/** One score in as few signs as do, with the maximum that applied behind a stroke where it was less: half a million of them travel to a browser. */
const scoreText = (score: LeafScore | undefined): string => {
  if (!score) return words.missing
  if (score.status === 'scored')
    return [score.points, ...(score.appliedMax === undefined ? [] : [score.appliedMax])].map(pointsText).join('/')
  if (score.status === 'notApplicable' && score.treatment) return `${words.notApplicable}:${score.treatment}`
  return words[score.status]
}

const scoreOf = (text: string): LeafScore => {
  const [points, appliedMax] = text.split('/').map((each) => parsePoints(each))
  if (points !== undefined) return { status: 'scored', points, ...(appliedMax !== undefined && { appliedMax }) }
  const [word, treatment] = text.split(':')
  const known = treatments.find((each) => each === treatment)
  if (word === words.notApplicable) return { status: 'notApplicable', ...(known && { treatment: known }) }
  return { status: word === words.notMeasured ? 'notMeasured' : 'missing' }
}

/** Scores in the order of the leaves. */
export const packScores = (leaves: readonly string[], scores: UnitScores['scores']): string =>
  leaves.map((leaf) => scoreText(scores.get(nodeId(leaf)))).join(' ')

/** The way back; a leaf without score is missing. */
export const unpackScores = (leaves: readonly string[], packed: string): UnitScores['scores'] => {
  const texts = packed.split(' ')
  return new Map(leaves.map((leaf, at) => [nodeId(leaf), scoreOf(texts[at] ?? '')]))
}
