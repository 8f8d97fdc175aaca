import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type PastResult, totalFigures } from '../../core/improvement/past-result.ts'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loading } from '../../web/widgets/loading.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, maxPaperBytes } from './contract.ts'

const words = improvementWords.past

const nothing: PastResult = { title: '', field: [], areas: [{ id: '1', code: '1', name: '' }], rows: [], targetYears: [] }

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

const Head = ({ past, onChange }: FormProps) => {
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

const Areas = ({ past, onChange }: FormProps) => {
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

const Rows = ({ past, onChange }: FormProps) => {
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

/** Empty cells mean that the paper gives nothing. */
const cleaned = (past: PastResult): PastResult => ({
  ...past,
  rows: past.rows.map(({ points, ...row }) => ({ ...row, ...(points !== undefined && points.trim() !== '' && { points }) })),
})

const Editor = ({
  unitId,
  year,
  version,
  stored,
}: {
  readonly unitId: string
  readonly year: number
  readonly version: number
  readonly stored: PastResult
}) => {
  const [past, setPast] = useState(stored)
  const read = useChange(improvementRoutes.readPast, { refreshes: [] })
  const save = useChange(improvementRoutes.savePast)
  const navigate = useNavigate()
  const [found, setFound] = useState<{
    readonly rows: number
    readonly areas: number
    readonly problems: Parameters<typeof ProblemList>[0]['problems']
  }>()
  const readFile = async (file: File): Promise<void> => {
    const done = await read.run({ params: { unitId, year: String(year) }, upload: { file } })
    if (!done.ok) return
    setPast({ ...done.value.past, title: done.value.past.title || past.title })
    setFound({ rows: done.value.past.rows.length, areas: done.value.past.areas.length, problems: done.value.problems })
  }
  const keep = async (): Promise<void> => {
    const done = await save.run({ params: { unitId, year: String(year) }, body: cleaned(past), ifMatch: version })
    if (done.ok) await navigate({ to: '/cai-thien' })
  }
  const { points, maxPoints } = totalFigures(cleaned(past))
  return (
    <Stack gap="lg">
      <FileDrop
        label={words.file}
        accept={['.docx', '.xlsx', '.ods', '.csv', '.pdf', '.txt']}
        maxBytes={maxPaperBytes}
        onFile={(file) => void readFile(file)}
      />
      {read.refused && <ErrorState refused={read.refused} />}
      {found && <Text role="status">{words.found(found.rows, found.areas)}</Text>}
      {found && found.problems.length > 0 && <ProblemList problems={found.problems} />}
      <Head past={past} onChange={setPast} />
      <Areas past={past} onChange={setPast} />
      <Title order={2} size="h3">
        {words.rows}
      </Title>
      <Text>{words.total(formatFigure(points), formatFigure(maxPoints))}</Text>
      <Rows past={past} onChange={setPast} />
      {save.refused && <ErrorState refused={save.refused} />}
      <Group>
        <Button onClick={() => void keep()} loading={save.isRunning}>
          {words.save}
        </Button>
      </Group>
    </Stack>
  )
}

/** `/cai-thien/$unitId/ket-qua/$year`: a result of an earlier year, from its paper or typed. */
export const PastResultPage = () => {
  const { unitId = '', year = '' } = useParams({ strict: false })
  const call = useCall(improvementRoutes.past, { params: { unitId, year } })
  const isNew = call.refused?.status === 404
  return (
    <>
      <PageLink to="/cai-thien" className="no-print">
        {improvementWords.back}
      </PageLink>
      <PageTitle under={<Text span>{words.lead}</Text>}>{words.title(Number(year))}</PageTitle>
      {call.isLoading && <Loading />}
      {call.refused && !isNew && <ErrorState refused={call.refused} />}
      {(call.value || isNew) && (
        <Editor unitId={unitId} year={Number(year)} version={call.value?.version ?? 0} stored={call.value?.past ?? nothing} />
      )}
    </>
  )
}
