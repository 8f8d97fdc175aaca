import { Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure, roundText } from '../../../language/format.ts'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import { Chart } from '../../../web/widgets/chart.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'

const texts = surveyResultTexts.charts

interface Cell {
  readonly withheld?: true
  readonly valid?: number
  readonly counts?: Readonly<Record<string, number>>
  readonly positiveShare?: string
}

/** A question as the tabulation gives it. */
export interface CountedQuestion {
  readonly id: string
  readonly values?: readonly number[]
  readonly total: Cell
  readonly units: Readonly<Record<string, Cell>>
}

interface Props {
  readonly questions: readonly CountedQuestion[]
  readonly words: ReadonlyMap<string, string>
  readonly unitNames: ReadonlyMap<string, string>
}

const percent = (share: number): string => formatFigure(roundText(String(share * 100), 1))
const shortened = (text: string, longest = 42): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** From red over grey to blue, so that the lowest and the highest level are told apart by the colour-blind too. */
const colours = ['#b5432a', '#e0a08a', '#c3ccd4', '#7fa3cf', '#234c80']
const colourOf = (index: number, count: number): string =>
  colours[count < 2 ? 4 : Math.round((index * (colours.length - 1)) / (count - 1))] ?? '#234c80'

/** How answers spread over the levels, question by question, and how the units compare on one of them. */
export const SurveyCharts = ({ questions, words, unitNames }: Props) => {
  const scaled = questions.filter(({ values }) => values !== undefined)
  const shown = scaled.filter(({ total }) => !total.withheld && (total.valid ?? 0) > 0)
  if (shown.length === 0) return null
  return (
    <Stack gap="xl">
      <Distribution shown={shown} words={words} withheld={scaled.filter(({ total }) => total.withheld).length} />
      <UnitComparison questions={shown} words={words} unitNames={unitNames} />
    </Stack>
  )
}

interface DistributionProps {
  readonly shown: readonly CountedQuestion[]
  readonly words: ReadonlyMap<string, string>
  readonly withheld: number
}

const Distribution = ({ shown, words, withheld }: DistributionProps) => {
  const levels = [...new Set(shown.flatMap(({ values }) => values ?? []))].sort((a, b) => a - b)
  const shareOf = ({ total: { counts = {}, valid = 0 } }: CountedQuestion, level: number): number =>
    valid === 0 ? 0 : (counts[String(level)] ?? 0) / valid
  const option = {
    animation: false,
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0 },
    xAxis: { type: 'value' as const, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: { type: 'category' as const, inverse: true, data: shown.map(({ id }) => id) },
    series: levels.map((level, index) => ({
      type: 'bar' as const,
      stack: 'levels',
      name: texts.level(String(level)),
      itemStyle: { color: colourOf(index, levels.length) },
      label: {
        show: true,
        color: index === 0 || index >= levels.length - 1 ? '#fff' : '#1c2733',
        formatter: ({ value }: { value: unknown }) => (Number(value) >= 6 ? percent(Number(value) / 100) : ''),
      },
      data: shown.map((question) => Math.round(shareOf(question, level) * 1000) / 10),
    })),
  }
  return (
    <div>
      <Chart
        title={texts.distribution}
        option={option}
        height={90 + shown.length * 34}
        table={
          <DataTable
            caption={texts.distributionShare}
            rows={shown}
            keyOf={({ id }) => id}
            columns={[
              { key: 'question', title: texts.questionColumn, isRowHeader: true, cell: ({ id }) => `${id} ${words.get(id) ?? ''}` },
              { key: 'valid', title: texts.valid, isFigure: true, cell: ({ total }) => formatFigure(String(total.valid ?? 0)) },
              ...levels.map((level) => ({
                key: `level${level}`,
                title: texts.level(String(level)),
                isFigure: true,
                cell: (question: CountedQuestion) => (question.values?.includes(level) ? percent(shareOf(question, level)) : ''),
              })),
            ]}
          />
        }
      />
      {withheld > 0 && <Text c="gray.7">{texts.withheldQuestions(formatFigure(String(withheld)))}</Text>}
    </div>
  )
}

const UnitComparison = ({ questions, words, unitNames }: Props) => {
  const [id, setId] = useState(questions[0]?.id ?? '')
  const question = questions.find((each) => each.id === id)
  const all = Object.entries(question?.units ?? {})
  const units = all
    .flatMap(([unit, { withheld, positiveShare }]) =>
      withheld || positiveShare === undefined ? [] : [{ unit, share: Number(positiveShare) }],
    )
    .sort((a, b) => b.share - a.share)
  const withheld = all.filter(([, cell]) => cell.withheld).length
  const nameOf = (unit: string): string => unitNames.get(unit) ?? unit
  const option = {
    animation: false,
    grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value' as const, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: { type: 'category' as const, inverse: true, data: units.map(({ unit }) => shortened(nameOf(unit), 24)) },
    series: [
      {
        type: 'bar' as const,
        itemStyle: { color: '#234c80' },
        label: { show: true, position: 'right' as const, formatter: ({ value }: { value: unknown }) => percent(Number(value) / 100) },
        data: units.map(({ share }) => Math.round(share * 1000) / 10),
      },
    ],
  }
  return (
    <div>
      <Select
        label={texts.question}
        data={questions.map((each) => ({ value: each.id, label: `${each.id} · ${shortened(words.get(each.id) ?? '', 90)}` }))}
        value={id}
        onChange={(value) => setId(value ?? '')}
        allowDeselect={false}
        searchable
        maw={720}
        className="no-print"
      />
      <Chart
        title={texts.units}
        option={option}
        height={60 + units.length * 26}
        table={
          <DataTable
            caption={texts.units}
            isTableOnPhone
            rows={units}
            keyOf={({ unit }) => unit}
            columns={[
              { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unit }) => nameOf(unit) },
              { key: 'share', title: texts.share, isFigure: true, cell: ({ share }) => `${percent(share)}%` },
            ]}
          />
        }
      />
      {withheld > 0 && <Text c="gray.7">{texts.withheldUnits(formatFigure(String(withheld)))}</Text>}
    </div>
  )
}
