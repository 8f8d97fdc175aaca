import { expect, it } from 'vitest'
import { parsePoints } from '../../core/exact/points.ts'
import { nodeId } from '../../core/ids.ts'
import type { LeafScore } from '../../core/results/scores.ts'
import { packScores, unpackScores } from './trial-scores.ts'

it('brings every kind of score to the browser as it is', () => {
  const scores: Record<string, LeafScore> = {
    '1.1': { status: 'scored', points: parsePoints('0.75') ?? (0 as never) },
    '1.2': { status: 'scored', points: parsePoints('-1') ?? (0 as never) },
    '1.8': { status: 'scored', points: parsePoints('1') ?? (0 as never), appliedMax: parsePoints('1.5') ?? (0 as never) },
    '1.3': { status: 'notApplicable' },
    '1.4': { status: 'notApplicable', treatment: 'redistributed' },
    '1.5': { status: 'notMeasured' },
    '1.6': { status: 'missing' },
  }
  const leaves = [...Object.keys(scores), '1.7']
  const packed = packScores(leaves, new Map(Object.entries(scores).map(([id, score]) => [nodeId(id), score])))
  expect(Object.fromEntries(unpackScores(leaves, packed))).toEqual({ ...scores, '1.7': { status: 'missing' } })
})
