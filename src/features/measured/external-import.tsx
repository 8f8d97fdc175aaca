import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { externalTexts as texts } from '../../language/pages/measured.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type ExternalLeaf, type ExternalPreview, maxTableBytes, measuredRoutes } from './contract.ts'

interface Props {
  readonly leaf: ExternalLeaf
  readonly cycleId: string
  readonly year: number
  readonly onClose: () => void
}

interface Columns {
  readonly unitColumn: string
  readonly valueColumn: string
}

const figure = (count: number): string => formatFigure(String(count))

/** A table of another evaluation: its source and year, what it would change, and then bringing it in. */
export const ExternalImport = ({ leaf, cycleId, year: given, onClose }: Props) => {
  const [source, setSource] = useState('')
  const [year, setYear] = useState(given)
  const [file, setFile] = useState<File>()
  const [preview, setPreview] = useState<ExternalPreview>()
  const [done, setDone] = useState<{ readonly stored: number; readonly scored: number }>()
  const look = useChange(measuredRoutes.previewExternal, { refreshes: [] })
  const apply = useChange(measuredRoutes.applyExternal)
  const params = { cycleId }
  const fieldsOf = (columns?: Columns) => ({ group: leaf.group, nodeId: leaf.nodeId, source, year: String(year), ...columns })
  const show = async (chosen: File, columns?: Columns): Promise<void> => {
    setFile(chosen)
    setDone(undefined)
    const outcome = await look.run({ params, upload: { file: chosen, fields: fieldsOf(columns) } })
    setPreview(outcome.ok ? outcome.value : undefined)
  }
  const bring = async (): Promise<void> => {
    if (!file || !preview) return
    const { unitColumn, valueColumn, seen } = preview
    const outcome = await apply.run({ params, upload: { file, fields: { ...fieldsOf({ unitColumn, valueColumn }), seen } } })
    if (!outcome.ok) return
    setPreview(undefined)
    setDone(outcome.value)
  }
  return (
    <Stack gap="sm">
      <Group align="start">
        <TextInput
          label={texts.source}
          description={texts.sourceHint}
          required
          w={420}
          maw="100%"
          maxLength={500}
          value={source}
          onChange={(event) => {
            setSource(event.currentTarget.value)
            setPreview(undefined)
          }}
        />
        <NumberInput
          label={texts.year}
          description={' '}
          w={140}
          min={2000}
          max={2100}
          value={year}
          allowDecimal={false}
          onChange={(value) => {
            setYear(Number(value))
            setPreview(undefined)
          }}
        />
      </Group>
      {source.trim() === '' ? (
        <Text c="gray.7">{texts.needSource}</Text>
      ) : (
        <>
          <Text size="sm" c="gray.7">
            {texts.fileHint}
          </Text>
          <FileDrop
            label={texts.file}
            accept={['.csv', '.xlsx', '.xls', '.ods']}
            maxBytes={maxTableBytes}
            onFile={(chosen) => void show(chosen)}
            {...(look.isRunning && { progress: 1 })}
          />
        </>
      )}
      {look.refused && <ErrorState refused={look.refused} />}
      {done && <Text role="status">{texts.done(figure(done.stored), figure(done.scored))}</Text>}
      {preview && file && <Preview preview={preview} onColumns={(columns) => void show(file, columns)} />}
      {apply.refused && <ErrorState refused={apply.refused} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {texts.close}
        </Button>
        {preview && preview.differences.length > 0 && (
          <Button loading={apply.isRunning} onClick={() => void bring()}>
            {texts.apply(figure(preview.differences.length))}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

interface PreviewProps {
  readonly preview: ExternalPreview
  readonly onColumns: (columns: Columns) => void
}

const Preview = ({ preview: { columns, unitColumn, valueColumn, differences, unchanged, closed, problems }, onColumns }: PreviewProps) => (
  <Stack gap="sm">
    <Title order={3}>{texts.previewTitle}</Title>
    <Group>
      <NativeSelect
        label={texts.unitColumn}
        data={columns}
        value={unitColumn}
        onChange={(event) => onColumns({ unitColumn: event.currentTarget.value, valueColumn })}
      />
      <NativeSelect
        label={texts.valueColumn}
        data={columns}
        value={valueColumn}
        onChange={(event) => onColumns({ unitColumn, valueColumn: event.currentTarget.value })}
      />
    </Group>
    {problems.length > 0 && <ProblemList problems={problems} />}
    {differences.length === 0 && <Text role="status">{texts.nothing}</Text>}
    {unchanged > 0 && <Text size="sm">{texts.unchanged(figure(unchanged))}</Text>}
    {closed.length > 0 && <Text size="sm">{texts.closed(figure(closed.length))}</Text>}
    {differences.length > 0 && (
      <DataTable
        caption={texts.captionPreview}
        isCaptionHidden
        isLong={differences.length > 100}
        rows={differences}
        keyOf={({ unit }) => unit.id}
        columns={[
          { key: 'unit', title: texts.unit, cell: ({ unit }) => unit.name, isRowHeader: true },
          { key: 'before', title: texts.before, isFigure: true, cell: ({ before }) => (before === undefined ? '' : formatFigure(before)) },
          { key: 'after', title: texts.after, isFigure: true, cell: ({ after }) => formatFigure(after) },
          {
            key: 'pointsBefore',
            title: texts.pointsBefore,
            isFigure: true,
            cell: ({ pointsBefore }) => (pointsBefore === undefined ? '' : formatFigure(pointsBefore)),
          },
          {
            key: 'pointsAfter',
            title: texts.pointsAfter,
            isFigure: true,
            cell: ({ pointsAfter }) => (pointsAfter === undefined ? texts.later : formatFigure(pointsAfter)),
          },
        ]}
      />
    )}
  </Stack>
)
