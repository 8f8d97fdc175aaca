import { Anchor, Stack, Tabs, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { formatFigure } from '../../../language/format.ts'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import { surveyTexts } from '../../../language/pages/survey.ts'
import { addressOf } from '../../../web/widgets/client.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from '../contract.ts'
import { type AreasOfUnit, AreaTable } from './area-table.tsx'
import { SurveyCharts } from './charts.tsx'
import { type PointsOfUnit, PointsTable } from './points-table.tsx'
import { QuestionTable, type TabulatedQuestion } from './question-table.tsx'
import { groupsOf } from '../respondent-groups.ts'
import { SurveyHead } from '../survey-head.tsx'
import { resultRoutes } from './contract.ts'

const texts = surveyTexts.results

interface Table {
  readonly suppressBelow: number
  readonly questions: readonly TabulatedQuestion[]
  readonly units: readonly (PointsOfUnit & AreasOfUnit)[]
}

interface Props {
  readonly survey: SurveyDetail
  readonly canDownload: boolean
}

/** What the survey says so far: questions over all units, charts, points of every unit; thin cells are withheld. */
export const SurveyResultsPage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId/ket-qua' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } })
  const canDownload = holdsAny(useSignedIn(), ['surveyManager'])
  return (
    <Loaded call={survey}>
      {(value) => (
        <Stack gap="lg">
          <SurveyHead survey={value} place="results" />
          {value.answers > 0 ? (
            <SurveyResults survey={value} canDownload={canDownload} />
          ) : (
            <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>
          )}
        </Stack>
      )}
    </Loaded>
  )
}

const SurveyResults = ({ survey, canDownload }: Props) => {
  const table = useCall(surveyRoutes.tabulation, { params: { surveyId: survey.id } })
  return <Loaded call={table}>{(value) => <Shown table={value as unknown as Table} survey={survey} canDownload={canDownload} />}</Loaded>
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
  const [tab, setTab] = useAddress('xem', 'bang')
  const words = questionTexts(survey)
  const names = new Map(survey.strata.map(({ unitCode, unitName }) => [unitCode, unitName]))
  const tabulated = new Map(table.units.map(({ unit }) => [unit, names.get(unit) ?? unit]))
  const groups = new Map(groupsOf(survey, '').map(({ id, text }) => [id, text]))
  const hasPoints = table.units.some(({ leaves }) => Object.keys(leaves).length > 0)
  return (
    <Stack gap="md">
      <Text c="gray.7">{texts.note(formatFigure(String(table.suppressBelow)))}</Text>
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'bang')} keepMounted={false}>
        <Tabs.List className="no-print">
          <Tabs.Tab value="bang">{texts.tabs.table}</Tabs.Tab>
          <Tabs.Tab value="bieu-do">{texts.tabs.charts}</Tabs.Tab>
          {hasPoints && <Tabs.Tab value="diem">{texts.tabs.points}</Tabs.Tab>}
          <Tabs.Tab value="tep">{texts.tabs.files}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="bang" pt="md">
          <QuestionTable questions={table.questions} words={words} units={tabulated} groups={groups} />
        </Tabs.Panel>
        <Tabs.Panel value="bieu-do" pt="md">
          <Title order={2} mb="md">
            {texts.tabs.charts}
          </Title>
          <SurveyCharts questions={table.questions} words={words} unitNames={names} />
        </Tabs.Panel>
        <Tabs.Panel value="diem" pt="md">
          <Stack gap="xl">
            <PointsTable units={table.units} names={names} groups={groups} words={words} />
            <AreaTable surveyId={survey.id} units={table.units} names={names} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="tep" pt="md">
          <Files survey={survey} canDownload={canDownload} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

const Files = ({ survey, canDownload }: Props) => {
  const params = { surveyId: survey.id }
  const files = [
    { address: addressOf(resultRoutes.workbook, { params }), name: surveyResultTexts.files.workbook },
    { address: addressOf(resultRoutes.tabulationCsv, { params }), name: surveyResultTexts.files.tabulationCsv },
    ...(canDownload && survey.stage === 'closed'
      ? [
          { address: addressOf(surveyRoutes.responses, { params }), name: texts.file },
          { address: addressOf(resultRoutes.statistics, { params }), name: surveyResultTexts.files.csv },
          { address: addressOf(resultRoutes.codeBook, { params }), name: surveyResultTexts.files.book },
        ]
      : []),
  ]
  return (
    <Stack gap="xs" align="flex-start">
      {files.map(({ address, name }) => (
        <Anchor key={name} href={address}>
          {name}
        </Anchor>
      ))}
      {canDownload && survey.stage !== 'closed' && <Text c="gray.7">{surveyResultTexts.files.later}</Text>}
    </Stack>
  )
}
