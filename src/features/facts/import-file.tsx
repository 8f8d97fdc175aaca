import { Button, Checkbox, Group, NumberInput, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { factLabels } from '../../language/fact-labels.ts'
import { factImportTexts as texts } from '../../language/pages/facts.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type FactProfile, factRoutes, type ImportDifference, type ImportPreview, maxImportBytes } from './contract.ts'
import { factText } from './fact-row.tsx'

interface Props {
  readonly profile: FactProfile
  readonly onClose: () => void
}

const keyOf = ({ unit, key }: ImportDifference): string => `${unit.id} ${key}`
const figure = (count: number): string => formatFigure(String(count))

/** A file of one source: what it would change, which of it to leave, and then bringing it in. */
export const ImportFile = ({ profile, onClose }: Props) => {
  const [year, setYear] = useState(new Date().getFullYear())
  const [file, setFile] = useState<File>()
  const [preview, setPreview] = useState<ImportPreview>()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<number>()
  const look = useChange(factRoutes.previewImport, { refreshes: [] })
  const apply = useChange(factRoutes.applyImport)
  const params = { profileId: profile.id }
  const show = async (chosen: File, ofYear: number): Promise<void> => {
    setFile(chosen)
    setDone(undefined)
    setPreview(undefined)
    setLeft(new Set())
    const outcome = await look.run({ params, upload: { file: chosen, fields: { year: String(ofYear) } } })
    if (outcome.ok) setPreview(outcome.value)
  }
  const bring = async (): Promise<void> => {
    if (!file || !preview) return
    const fields = { year: String(year), seen: preview.seen, except: [...left].join('\n') }
    const outcome = await apply.run({ params, upload: { file, fields } })
    if (!outcome.ok) return
    setPreview(undefined)
    setDone(outcome.value.stored)
  }
  return (
    <Stack gap="md">
      <Title order={2}>{profile.name}</Title>
      <NumberInput
        label={texts.year}
        w={160}
        min={2000}
        max={2100}
        value={year}
        allowDecimal={false}
        onChange={(value) => {
          setYear(Number(value))
          setPreview(undefined)
        }}
      />
      <Text size="sm" c="gray.7">
        {texts.fileHint}
      </Text>
      <FileDrop
        label={texts.file}
        accept={['.csv', '.xlsx', '.xls', '.ods']}
        maxBytes={maxImportBytes}
        onFile={(chosen) => void show(chosen, year)}
        {...(look.isRunning && { progress: 1 })}
      />
      {look.refused && <ErrorState refused={look.refused} />}
      {done !== undefined && <Text role="status">{texts.done(figure(done))}</Text>}
      {preview && <Preview preview={preview} left={left} onLeave={setLeft} />}
      {apply.refused && <ErrorState refused={apply.refused} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {texts.cancel}
        </Button>
        {preview && preview.differences.length > left.size && (
          <Button loading={apply.isRunning} onClick={() => void bring()}>
            {texts.apply(figure(preview.differences.length - left.size))}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

interface PreviewProps {
  readonly preview: ImportPreview
  readonly left: ReadonlySet<string>
  readonly onLeave: (left: ReadonlySet<string>) => void
}

const Preview = ({ preview: { differences, unchanged, problems }, left, onLeave }: PreviewProps) => {
  const entered = differences.filter(({ wasEntered, before }) => wasEntered && before !== undefined)
  const toggle = (each: string): void =>
    onLeave(left.has(each) ? new Set([...left].filter((one) => one !== each)) : new Set([...left, each]))
  return (
    <Stack gap="sm">
      <Title order={3}>{texts.previewTitle}</Title>
      {problems.length > 0 && <ProblemList problems={problems} />}
      {differences.length === 0 ? <Text role="status">{texts.nothing}</Text> : null}
      {unchanged > 0 && <Text size="sm">{texts.unchanged(figure(unchanged))}</Text>}
      {entered.length > 0 && (
        <Group gap="md">
          <Text fw={600}>{texts.entered(figure(entered.length))}</Text>
          <Button size="xs" variant="default" onClick={() => onLeave(new Set([...left, ...entered.map(keyOf)]))}>
            {texts.keepEntered}
          </Button>
          <Button size="xs" variant="default" onClick={() => onLeave(new Set())}>
            {texts.chooseAll}
          </Button>
        </Group>
      )}
      {differences.length > 0 && (
        <>
          <Text size="sm" role="status">
            {texts.chosen(figure(differences.length - left.size), figure(differences.length))}
          </Text>
          <DataTable
            caption={texts.caption}
            isCaptionHidden
            isLong={differences.length > 100}
            rows={differences}
            keyOf={keyOf}
            columns={[
              {
                key: 'pick',
                title: texts.pick,
                width: 60,
                cell: (each) => (
                  <Checkbox
                    aria-label={texts.choose(each.unit.name, factLabels[each.key])}
                    checked={!left.has(keyOf(each))}
                    onChange={() => toggle(keyOf(each))}
                  />
                ),
              },
              { key: 'unit', title: texts.unit, cell: ({ unit }) => unit.name, isRowHeader: true },
              { key: 'fact', title: texts.fact, cell: ({ key }) => factLabels[key] },
              {
                key: 'before',
                title: texts.before,
                isFigure: true,
                cell: ({ key, before, wasEntered }) =>
                  before === undefined ? texts.none : `${factText(key, before)}${wasEntered ? ` (${texts.enteredByPerson})` : ''}`,
              },
              { key: 'after', title: texts.after, isFigure: true, cell: ({ key, after }) => factText(key, after) },
            ]}
          />
        </>
      )}
    </Stack>
  )
}
