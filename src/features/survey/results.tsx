import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { formatFigure, roundText } from '../../language/format.ts'
import { surveyResultTexts } from '../../language/pages/survey-results.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from './contract.ts'
import { type CountedQuestion, SurveyCharts } from './results/charts.tsx'
import { resultRoutes } from './results/contract.ts'

const texts = surveyTexts.results

interface Cell {
  readonly withheld?: true
  readonly valid?: number
  readonly dontKnow?: number
  readonly mean?: string
  readonly positiveShare?: string
  readonly margin?: string
}
interface Leaf {
  readonly withheld?: true
  readonly status?: string
  readonly why?: keyof typeof texts.notMeasured
  readonly points?: string | null
  readonly maxPoints?: string
}
interface Table {
  readonly suppressBelow: number
  readonly questions: readonly (CountedQuestion & { readonly total: Cell })[]
  readonly units: readonly { readonly unit: string; readonly leaves: Readonly<Record<string, Leaf>> }[]
}

const percent = (share: string | undefined): string =>
  share === undefined ? '' : `${formatFigure(roundText(String(Number(share) * 100), 2))} %`

interface Props {
  readonly survey: SurveyDetail
  readonly canDownload: boolean
}

/** What the survey says so far: questions over all units, and points of every unit; thin cells are withheld. */
export const SurveyResults = ({ survey, canDownload }: Props) => {
  const table = useCall(surveyRoutes.tabulation, { params: { surveyId: survey.id } })
  return (
    <section aria-labelledby="results">
      <Title order={2} id="results" mb="sm">
        {texts.title}
      </Title>
      <Loaded call={table}>{(value) => <Shown table={value as unknown as Table} survey={survey} canDownload={canDownload} />}</Loaded>
    </section>
  )
}

const questionTexts = (survey: SurveyDetail): ReadonlyMap<string, string> => {
  type Words = string | Readonly<Record<string, string>>
  const said = (text: Words): string => (typeof text === 'string' ? text : (text['vi'] ?? ''))
  const sections = survey.questionnaire['sections'] as readonly {
    questions: readonly { id: string; text: Words; rows?: readonly { id: string; text: Words }[] }[]
  }[]
  return new Map(
    sections.flatMap(({ questions }) =>
      questions.flatMap(({ id, text, rows }) =>
        rows ? rows.map((row) => [`${id}.${row.id}`, said(row.text)] as const) : [[id, said(text)] as const],
      ),
    ),
  )
}

const Shown = ({ table, survey, canDownload }: Props & { readonly table: Table }) => {
  const words = questionTexts(survey)
  const params = { surveyId: survey.id }
  const names = new Map(survey.strata.map(({ unitCode, unitName }) => [unitCode, unitName]))
  const leaves = table.units.flatMap(({ unit, leaves: of }) => Object.entries(of).map(([leaf, points]) => ({ unit, leaf, points })))
  return (
    <Stack gap="md">
      <Text c="gray.7">{texts.note(formatFigure(String(table.suppressBelow)))}</Text>
      <DataTable
        caption={texts.caption}
        rows={table.questions}
        keyOf={({ id }) => id}
        columns={[
          { key: 'id', title: texts.code, cell: ({ id }) => id },
          { key: 'text', title: texts.question, isRowHeader: true, cell: ({ id }) => words.get(id) ?? id },
          { key: 'valid', title: texts.valid, isFigure: true, cell: ({ total }) => (total.withheld ? texts.withheld : total.valid) },
          { key: 'dontKnow', title: texts.dontKnow, isFigure: true, cell: ({ total }) => total.dontKnow ?? '' },
          {
            key: 'mean',
            title: texts.mean,
            isFigure: true,
            cell: ({ total }) => (total.mean ? formatFigure(roundText(total.mean, 2)) : ''),
          },
          { key: 'positive', title: texts.positive, isFigure: true, cell: ({ total }) => percent(total.positiveShare) },
          { key: 'margin', title: texts.margin, isFigure: true, cell: ({ total }) => (total.margin ? `± ${percent(total.margin)}` : '') },
        ]}
      />
      <SurveyCharts questions={table.questions} words={words} unitNames={names} />
      {leaves.length > 0 && (
        <DataTable
          caption={texts.points}
          rows={leaves}
          keyOf={({ unit, leaf }) => `${unit} ${leaf}`}
          isLong={leaves.length > 100}
          columns={[
            { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unit }) => names.get(unit) ?? unit },
            { key: 'leaf', title: texts.leaf, cell: ({ leaf }) => leaf },
            { key: 'points', title: texts.given, isFigure: true, cell: ({ points }) => pointsText(points) },
            { key: 'max', title: texts.max, isFigure: true, cell: ({ points }) => <Points value={points.maxPoints} /> },
          ]}
        />
      )}
      <Group className="no-print">
        <Anchor href={addressOf(resultRoutes.workbook, { params })}>{surveyResultTexts.files.workbook}</Anchor>
        {canDownload && survey.stage === 'closed' && (
          <>
            <Anchor href={addressOf(surveyRoutes.responses, { params })}>{texts.file}</Anchor>
            <Anchor href={addressOf(resultRoutes.statistics, { params })}>{surveyResultTexts.files.csv}</Anchor>
            <Anchor href={addressOf(resultRoutes.codeBook, { params })}>{surveyResultTexts.files.book}</Anchor>
          </>
        )}
      </Group>
    </Stack>
  )
}

const pointsText = ({ withheld, status, why, points }: Leaf) => {
  if (withheld) return texts.withheld
  if (status === 'notMeasured' && why) return texts.notMeasured[why]
  return <Points value={points} />
}
