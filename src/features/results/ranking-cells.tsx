import { Badge, Text } from '@mantine/core'
import { resultsWords as words } from '../../language/pages/results.ts'
import type { RankedUnit } from './shapes.ts'

/** A place: shared ones say so, those out of the race too. */
export const RankCell = ({ unit, isShared }: { readonly unit: RankedUnit; readonly isShared: boolean }) => {
  if (!unit.ranked)
    return (
      <Text size="sm" style={{ whiteSpace: 'normal' }}>
        {words.notRanked}
      </Text>
    )
  if (unit.total.rank == null)
    return (
      <Text size="sm" style={{ whiteSpace: 'normal' }}>
        {words.notSubmitted}
      </Text>
    )
  return (
    <span>
      {unit.total.rank}
      {isShared && (
        <Text span size="xs" c="gray.7" ml={4}>
          {words.tie}
        </Text>
      )}
    </span>
  )
}

/** Against the cycle before, in percent and places; where the percent rose and the place fell, it says so. */
export const ChangeCell = ({ change }: Pick<RankedUnit, 'change'>) => {
  if (!change) return <span>–</span>
  const { points, percent, rank } = change
  const rose = percent !== undefined && !percent.startsWith('-') && Number(percent) !== 0
  return (
    <span>
      {percent !== undefined && words.percentChange(percent)}
      {points !== undefined && (
        <Text span size="xs" c="gray.7" ml={6}>
          {words.pointsChange(points)}
        </Text>
      )}
      {rank !== undefined && (
        <Text span size="xs" c="gray.7" ml={6}>
          {rank > 0 ? words.rankUp(rank) : rank < 0 ? words.rankDown(-rank) : words.rankSame}
        </Text>
      )}
      {rose && rank !== undefined && rank < 0 && (
        <Text size="xs" c="orange.9">
          {words.upButDown}
        </Text>
      )}
    </span>
  )
}

export const ClassCell = ({ name }: { readonly name: string | undefined }) =>
  name ? (
    <Badge variant="light" color="gray" tt="none">
      {name}
    </Badge>
  ) : null
