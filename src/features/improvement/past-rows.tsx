import { Button, Group, Select, Stack } from '@mantine/core'
import type { PastResult } from '../../core/improvement/past-result.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { cell, type FormProps, storedPoints } from './past-fields.tsx'

const words = improvementWords.past

/** Its criteria with their points. */
export const Rows = ({ past, onChange }: FormProps) => {
  const set = (at: number, change: Partial<PastResult['rows'][number]>): void =>
    onChange({ ...past, rows: past.rows.map((row, other) => (other === at ? { ...row, ...change } : row)) })
  const areas = past.areas.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}`.trim() || id }))
  const freshId = `d${1 + Math.max(0, ...past.rows.map(({ id }) => Number(/^d(\d+)$/.exec(id)?.[1] ?? 0)))}`
  const add = (): void => {
    const area = past.rows.at(-1)?.area ?? past.areas[0]?.id ?? '1'
    const fresh = {
      id: freshId,
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
          {
            key: 'area',
            title: words.area,
            width: 200,
            cell: ({ area, name }, at) => (
              <Select
                size="xs"
                aria-label={`${words.area}: ${name}`}
                allowDeselect={false}
                data={areas}
                value={area}
                onChange={(value) => set(at, { area: value ?? area })}
              />
            ),
          },
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
          {
            key: 'drop',
            title: improvementWords.acts,
            width: 70,
            cell: ({ id, name }) => (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={words.removeRow(name)}
                onClick={() => onChange({ ...past, rows: past.rows.filter((row) => row.id !== id) })}
              >
                {improvementWords.remove}
              </Button>
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
