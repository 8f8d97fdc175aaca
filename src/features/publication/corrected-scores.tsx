import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { publicationWords as words } from '../../language/pages/publication.ts'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type PublishedContent, publicationRoutes } from './contract.ts'

/** A corrected score with its words for the eye. */
export interface CorrectedLine {
  readonly unitId: string
  readonly nodeId: string
  readonly points: string
  readonly reason: string
  readonly label: string
}

interface Props {
  readonly publicationId: string
  readonly scores: readonly CorrectedLine[]
  readonly onChange: (scores: readonly CorrectedLine[]) => void
}

const Fields = ({ content, onAdd }: { readonly content: PublishedContent; readonly onAdd: (line: CorrectedLine) => void }) => {
  const [unitId, setUnit] = useState<string | null>(null)
  const [nodeId, setNode] = useState<string | null>(null)
  const [points, setPoints] = useState('')
  const [reason, setReason] = useState('')
  const group = content.groups.find(({ units }) => units.some(({ id }) => id === unitId))
  const unit = group?.units.find(({ id }) => id === unitId)
  const leaf = group?.leaves.find(({ id }) => id === nodeId)
  const read = parsePoints(points)
  const add = (): void => {
    if (!unit || !leaf || read === undefined) return
    const label = words.correctionLine(unit.name, `${leaf.code} ${leaf.name}`.trim(), pointsText(read))
    onAdd({ unitId: unit.id, nodeId: leaf.id, points: pointsText(read), reason: reason.trim(), label })
    setPoints('')
    setReason('')
  }
  return (
    <Stack gap="xs">
      <Select
        label={words.unit}
        data={content.groups.map(({ name, units }) => ({
          group: name,
          items: units.map((each) => ({ value: each.id, label: each.name })),
        }))}
        value={unitId}
        onChange={setUnit}
        searchable
        limit={50}
      />
      <Select
        label={words.criterion}
        data={(group?.leaves ?? []).map(({ id, code, name, maxPoints }) => ({
          value: id,
          label: `${code} ${name} (${maxPoints.replace('.', ',')})`,
        }))}
        value={nodeId}
        onChange={setNode}
        disabled={!group}
        searchable
        limit={150}
      />
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          label={words.newPoints}
          inputMode="decimal"
          value={points}
          onChange={(event) => setPoints(event.currentTarget.value)}
          w={110}
        />
        <TextInput
          label={words.pointsReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
      </Group>
      <Group>
        <Button size="xs" variant="default" disabled={!unit || !leaf || read === undefined || !reason.trim()} onClick={add}>
          {words.addCorrection}
        </Button>
      </Group>
    </Stack>
  )
}

/** Which points a correction gives otherwise, each with its reason. */
export const CorrectedScores = ({ publicationId, scores, onChange }: Props) => {
  const call = useCall(publicationRoutes.content, { params: { publicationId } })
  return (
    <Stack gap="xs" role="group" aria-label={words.corrections}>
      <div>
        <Text fw={600}>{words.corrections}</Text>
        <Text size="sm" c="gray.7">
          {words.correctionsHint}
        </Text>
      </div>
      {scores.map((score, at) => (
        <Group key={`${score.unitId} ${score.nodeId}`} gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm">{score.label}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={words.removeCorrection(score.label)}
            onClick={() => onChange(scores.toSpliced(at, 1))}
          >
            {words.remove}
          </Button>
        </Group>
      ))}
      <Loaded call={call}>
        {(content) => (
          <Fields
            content={content}
            onAdd={(line) => onChange([...scores.filter(({ unitId, nodeId }) => unitId !== line.unitId || nodeId !== line.nodeId), line])}
          />
        )}
      </Loaded>
    </Stack>
  )
}
