import { NumberInput, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { fraction } from '../../core/exact/fraction.ts'
import { parsePoints, type Points, pointsText } from '../../core/exact/points.ts'
import { allTargetRowsOf } from '../../core/improvement/plan.ts'
import { percentForRank, rankAmong } from '../../core/improvement/points-for-rank.ts'
import { sumTargets } from '../../core/improvement/targets.ts'
import { formatFigure, roundText } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { PlanView } from './contract.ts'
import { pointsForShare, sharesOf } from './field-of-others.ts'

const words = improvementWords.targets

/** What place the targets would have had in the field of the result's year, and what points a place needs. */
export const FieldPanel = ({ view }: { readonly view: PlanView }) => {
  const goalRank = view.plan.goals.find(({ area, rank }) => area === undefined && rank !== undefined)?.rank
  const [rank, setRank] = useState(goalRank ?? 10)
  const others = sharesOf(view.field)
  const max = parsePoints(view.plan.result?.maxPoints ?? '')
  return (
    <Paper component="section" p="md">
      <Stack gap="xs">
        <Title order={2} size="h3">
          {words.fieldTitle}
        </Title>
        {others.length === 0 || max === undefined ? (
          <Text c="gray.7">{words.noField}</Text>
        ) : (
          <>
            <Text c="gray.7">{words.fieldLead}</Text>
            <NumberInput
              label={words.rank}
              value={rank}
              min={1}
              max={others.length + 1}
              w={160}
              onChange={(value) => setRank(Number(value) || 1)}
            />
            <Text>{needText(others, rank, max)}</Text>
            {view.plan.targetYears.map((year) => (
              <Text key={year}>{wouldText(view, year)}</Text>
            ))}
          </>
        )}
      </Stack>
    </Paper>
  )
}

const needText = (others: ReturnType<typeof sharesOf>, rank: number, max: Points): string => {
  const share = percentForRank(others, rank)
  const points = share === null ? undefined : pointsForShare(share, max)
  return points === undefined ? words.anyPoints : words.needs(formatFigure(roundText(pointsText(points), 2)), rank)
}

const wouldText = ({ plan, field }: PlanView, year: number): string => {
  const sums = sumTargets(allTargetRowsOf(plan), [year])
  const points = sums.targets.get(year) as Points
  const others = sharesOf(field)
  const rank = rankAmong(others, fraction(BigInt(points), BigInt(Math.max(1, sums.maxPoints))))
  return words.wouldRank(year, formatFigure(pointsText(points)), rank, others.length + 1)
}
