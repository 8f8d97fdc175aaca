import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import type { PastResult } from '../../core/improvement/past-result.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'

const words = improvementWords.past

/** Typed points in the form that is kept; what is no figure stays as it was typed and is refused by name. */
const storedPoints = (text: string): string => {
  const points = parsePoints(text)
  return points === undefined ? text : pointsText(points)
}

interface FormProps {
  readonly past: PastResult
  readonly onChange: (past: PastResult) => void
}

const cell = (label: string, value: string, onChange: (text: string) => void) => (
  <TextInput size="xs" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
)

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
    </SimpleGrid>
  )
}

/** Its areas. */
export const Areas = ({ past, onChange }: FormProps) => {
  const set = (at: number, change: Partial<PastResult['areas'][number]>): void =>
    onChange({ ...past, areas: past.areas.map((area, other) => (other === at ? { ...area, ...change } : area)) })
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

/** Its criteria with their points. */
export const Rows = ({ past, onChange }: FormProps) => {
  const set = (at: number, change: Partial<PastResult['rows'][number]>): void =>
    onChange({ ...past, rows: past.rows.map((row, other) => (other === at ? { ...row, ...change } : row)) })
  const areas = new Map(past.areas.map(({ id, name }) => [id, name]))
  const add = (): void => {
    const area = past.rows.at(-1)?.area ?? past.areas[0]?.id ?? '1'
    const fresh = {
      id: `d${past.rows.length + 1}`,
      code: '',
      name: '',
      area,
      source: 'appraised' as const,
      maxPoints: '1',
      headings: [],
      requirements: [],
      leadUnits: [],
      coordinatingUnits: [],
      targets: {},
    }
    onChange({ ...past, rows: [...past.rows, fresh] })
  }
  return (
    <Stack gap="xs" component="section">
      <DataTable
        caption={words.rowsCaption}
        columns={[
          { key: 'area', title: words.area, width: 220, cell: ({ area }) => areas.get(area) ?? area },
          {
            key: 'code',
            title: words.code,
            width: 90,
            cell: ({ code, name }, at) => cell(`${words.code}: ${name}`, code, (text) => set(at, { code: text })),
          },
          {
            key: 'name',
            title: words.rowName,
            isRowHeader: true,
            cell: ({ name }, at) => cell(`${words.rowName} ${at + 1}`, name, (text) => set(at, { name: text })),
          },
          {
            key: 'max',
            title: words.max,
            width: 100,
            cell: ({ maxPoints, name }, at) =>
              cell(`${words.max}: ${name}`, formatFigure(maxPoints), (text) => set(at, { maxPoints: storedPoints(text) })),
          },
          {
            key: 'points',
            title: words.points,
            width: 100,
            cell: ({ points, name }, at) =>
              cell(`${words.points}: ${name}`, points === undefined ? '' : formatFigure(points), (text) =>
                set(at, { points: storedPoints(text) }),
              ),
          },
        ]}
        rows={past.rows}
        keyOf={({ id }) => id}
      />
      <Group>
        <Button variant="default" onClick={add}>
          {words.addRow}
        </Button>
      </Group>
    </Stack>
  )
}
