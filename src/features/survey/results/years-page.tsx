import { Stack, Title } from '@mantine/core'
import { useMemo } from 'react'
import { formatFigure, roundText } from '../../../language/format.ts'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import { Chart } from '../../../web/widgets/chart.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { resultRoutes, type SurveyYear } from './contract.ts'

const texts = surveyResultTexts.years
const percent = (index: string | undefined): string =>
  index === undefined ? texts.withheld : formatFigure(roundText(String(Number(index) * 100), 2))

/** Satisfaction over the years: of all units together as a line, of each unit as a row. */
export const SatisfactionYearsPage = () => {
  const call = useCall(resultRoutes.years, {})
  return (
    <Stack gap="lg">
      <div>
        <PageLink to="/dieu-tra" className="no-print">
          {texts.back}
        </PageLink>
        <PageTitle under={texts.how}>{texts.title}</PageTitle>
      </div>
      <Loaded call={call}>
        {({ years }) => (years.length === 0 ? <EmptyState title={texts.none}>{texts.noneHint}</EmptyState> : <Shown years={years} />)}
      </Loaded>
    </Stack>
  )
}

const Shown = ({ years }: { readonly years: readonly SurveyYear[] }) => {
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
      xAxis: { type: 'category' as const, data: years.map(({ year }) => String(year)) },
      yAxis: { type: 'value' as const, min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
      series: [
        {
          type: 'line' as const,
          itemStyle: { color: '#234c80' },
          symbolSize: 9,
          label: { show: true, formatter: ({ value }: { value: unknown }) => formatFigure(String(value)) },
          data: years.map(({ index }) => (index === undefined ? null : Math.round(Number(index) * 10_000) / 100)),
        },
      ],
    }),
    [years],
  )
  const names = new Map(years.flatMap(({ units }) => units.map(({ code, name }) => [code, name] as const)))
  const rows = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'vi'))
  const isAlone = (year: number): boolean => years.filter((each) => each.year === year).length === 1
  return (
    <Stack gap="lg">
      <Title order={2}>{texts.all}</Title>
      <Chart
        title={texts.chart}
        option={option}
        isTableBeside
        table={
          <DataTable
            caption={texts.chart}
            rows={years}
            keyOf={({ surveyId }) => surveyId}
            columns={[
              { key: 'year', title: texts.year, isRowHeader: true, cell: ({ year }) => year },
              { key: 'survey', title: texts.survey, cell: ({ title }) => title },
              { key: 'responses', title: texts.responses, isFigure: true, cell: ({ responses }) => formatFigure(String(responses)) },
              { key: 'index', title: texts.index, isFigure: true, cell: ({ index }) => percent(index) },
            ]}
          />
        }
      />
      <DataTable
        caption={texts.caption}
        isLong={rows.length > 100}
        rows={rows}
        keyOf={([code]) => code}
        columns={[
          { key: 'unit', title: texts.unit, isRowHeader: true, cell: ([, name]) => name },
          ...years.map(({ surveyId, year, title, units }) => ({
            key: surveyId,
            title: isAlone(year) ? String(year) : `${year}: ${title}`,
            isFigure: true,
            cell: ([code]: readonly [string, string]) => {
              const unit = units.find((each) => each.code === code)
              return unit ? percent(unit.index) : ''
            },
          })),
        ]}
      />
    </Stack>
  )
}
