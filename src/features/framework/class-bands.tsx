import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { TypedBand } from '../../core/framework/draft/edit.ts'
import { formatFigure } from '../../language/format.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { useDraft } from './use-draft.ts'

const words = frameworkTexts.classes
const typedBand = (band: TypedBand): TypedBand => ({ ...band, from: formatFigure(band.from), to: formatFigure(band.to) })
const newBand: TypedBand = { name: '', from: '', fromInclusive: true, to: '', toInclusive: false }

/** The bands of the percent, edited as a whole and saved at once: half a list of bands would be full of gaps. */
export const ClassBands = () => {
  const { view, edit } = useDraft()
  const [bands, setBands] = useState<readonly TypedBand[]>(() => view.classes.map(typedBand))
  const stored = JSON.stringify(view.classes.map(typedBand))
  useEffect(() => setBands(JSON.parse(stored)), [stored])
  const change = (index: number, part: Partial<TypedBand>): void =>
    setBands(bands.map((band, place) => (place === index ? { ...band, ...part } : band)))
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.title}</Text>
      {bands.length === 0 && <Text c="gray.7">{words.empty}</Text>}
      {bands.map((band, index) => (
        <BandLine key={index} band={band} onChange={(part) => change(index, part)} onRemove={() => setBands(bands.toSpliced(index, 1))} />
      ))}
      {view.canChange && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => setBands([...bands, newBand])}>
            {words.add}
          </Button>
          {JSON.stringify(bands) !== stored && (
            <Button size="compact-sm" onClick={() => void edit({ kind: 'setClasses', classes: bands })}>
              {words.save}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

interface LineProps {
  readonly band: TypedBand
  readonly onChange: (part: Partial<TypedBand>) => void
  readonly onRemove: () => void
}

const BandLine = ({ band, onChange, onRemove }: LineProps) => {
  const { canChange } = useDraft().view
  if (!canChange)
    return (
      <Text>
        {band.name}: {words.from90(band.from, band.to, band.fromInclusive, band.toInclusive)}
      </Text>
    )
  return (
    <Group gap="sm" align="flex-end">
      <TextInput label={words.name} value={band.name} w={140} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      <TextInput label={words.from} value={band.from} w={90} onChange={(event) => onChange({ from: event.currentTarget.value })} />
      <Checkbox
        label={words.fromInclusive}
        checked={band.fromInclusive}
        mb={8}
        onChange={(event) => onChange({ fromInclusive: event.currentTarget.checked })}
      />
      <TextInput label={words.to} value={band.to} w={90} onChange={(event) => onChange({ to: event.currentTarget.value })} />
      <Checkbox
        label={words.toInclusive}
        checked={band.toInclusive}
        mb={8}
        onChange={(event) => onChange({ toInclusive: event.currentTarget.checked })}
      />
      <ActionIcon variant="subtle" color="gray" mb={4} aria-label={words.remove(band.name)} onClick={onRemove}>
        ✕
      </ActionIcon>
    </Group>
  )
}
