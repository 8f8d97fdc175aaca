import { Button, Group, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PastResult } from '../../core/improvement/past-result.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { cell, type FormProps, storedPoints } from './past-fields.tsx'

const words = improvementWords.past

/** The result as a whole: name, paper, place. */
export const Head = ({ past, onChange }: FormProps) => {
  const figure = (key: 'rank' | 'of') => (
    <NumberInput
      label={words[key]}
      value={past[key] ?? ''}
      min={1}
      onChange={(value) => {
        const { [key]: _, ...rest } = past
        onChange(value === '' ? rest : { ...past, [key]: Number(value) })
      }}
    />
  )
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
      <TextInput label={words.name} value={past.title} onChange={(event) => onChange({ ...past, title: event.currentTarget.value })} />
      <TextInput
        label={words.document}
        value={past.document ?? ''}
        onChange={(event) => onChange({ ...past, document: event.currentTarget.value })}
      />
      {figure('rank')}
      {figure('of')}
      <TextInput
        label={words.previous}
        inputMode="decimal"
        value={past.previousPoints === undefined ? '' : formatFigure(past.previousPoints)}
        onChange={(event) => {
          const { previousPoints: _, ...rest } = past
          const text = event.currentTarget.value
          onChange(text === '' ? rest : { ...past, previousPoints: storedPoints(text) })
        }}
      />
    </SimpleGrid>
  )
}

/** What the others of that year got, one per line: the field in which a rank is looked for. */
export const OthersOfYear = ({ past, onChange }: FormProps) => {
  const [text, setText] = useState(past.field.map((points) => formatFigure(points)).join('\n'))
  return (
    <Textarea
      label={words.field}
      description={words.fieldHint}
      autosize
      minRows={2}
      maxRows={8}
      maw={480}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange({
          ...past,
          field: event.currentTarget.value.split('\n').flatMap((line) => (line.trim() === '' ? [] : storedPoints(line.trim()))),
        })
      }}
    />
  )
}

/** Its areas. */
export const Areas = ({ past, onChange }: FormProps) => {
  const set = (at: number, change: Partial<PastResult['areas'][number]>): void =>
    onChange({ ...past, areas: past.areas.map((area, other) => (other === at ? { ...area, ...change } : area)) })
  const figureCell = (at: number, key: 'points' | 'maxPoints', label: string, value: string | undefined) =>
    cell(label, value === undefined ? '' : formatFigure(value), (text) => set(at, { [key]: storedPoints(text) }))
  const freshArea = { id: `m${past.areas.length + 1}`, code: String(past.areas.length + 1), name: '' }
  return (
    <Stack gap="xs" component="section">
      <DataTable
        caption={words.areas}
        columns={[
          {
            key: 'code',
            title: words.code,
            width: 90,
            cell: ({ code }, at) => cell(`${words.code} ${at + 1}`, code, (text) => set(at, { code: text })),
          },
          {
            key: 'name',
            title: words.rowName,
            isRowHeader: true,
            cell: ({ name }, at) => cell(`${words.areas} ${at + 1}`, name, (text) => set(at, { name: text })),
          },
          {
            key: 'max',
            title: words.max,
            width: 100,
            cell: ({ maxPoints, name }, at) => figureCell(at, 'maxPoints', `${words.max}: ${name}`, maxPoints),
          },
          {
            key: 'points',
            title: words.points,
            width: 100,
            cell: ({ points, name }, at) => figureCell(at, 'points', `${words.points}: ${name}`, points),
          },
          {
            key: 'rank',
            title: words.areaRank,
            width: 90,
            cell: ({ rank, name }, at) => (
              <NumberInput
                size="xs"
                hideControls
                min={1}
                aria-label={`${words.areaRank}: ${name}`}
                value={rank ?? ''}
                onChange={(value) => set(at, { rank: value === '' ? undefined : Number(value) })}
              />
            ),
          },
          {
            key: 'drop',
            title: improvementWords.acts,
            width: 70,
            cell: ({ id, name }) =>
              past.rows.every(({ area }) => area !== id) &&
              past.areas.length > 1 && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  aria-label={words.removeArea(name)}
                  onClick={() => onChange({ ...past, areas: past.areas.filter((area) => area.id !== id) })}
                >
                  {improvementWords.remove}
                </Button>
              ),
          },
        ]}
        rows={past.areas}
        keyOf={({ id }) => id}
      />
      <Group>
        <Button variant="default" onClick={() => onChange({ ...past, areas: [...past.areas, freshArea] })}>
          {words.addArea}
        </Button>
      </Group>
    </Stack>
  )
}
