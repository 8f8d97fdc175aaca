import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type PastResult, totalFigures } from '../../core/improvement/past-result.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loading } from '../../web/widgets/loading.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, maxPaperBytes } from './contract.ts'
import { Areas, Head, OthersOfYear } from './past-forms.tsx'
import { Rows } from './past-rows.tsx'

const words = improvementWords.past

const nothing: PastResult = { title: '', field: [], areas: [{ id: '1', code: '1', name: '' }], rows: [], targetYears: [] }

/** Empty cells mean that the paper gives nothing. */
const cleaned = (past: PastResult): PastResult => ({
  ...past,
  areas: past.areas.map(({ points, maxPoints, rank, ...area }) => ({
    ...area,
    ...(points !== undefined && points.trim() !== '' && { points }),
    ...(maxPoints !== undefined && maxPoints.trim() !== '' && { maxPoints }),
    ...(rank !== undefined && { rank }),
  })),
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
      <OthersOfYear key={String(found?.rows)} past={past} onChange={setPast} />
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
