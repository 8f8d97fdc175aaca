import { Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { formatFigure, roundText } from '../../../language/format.ts'
import { surveyTexts } from '../../../language/pages/survey.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import type { CountedQuestion } from './charts.tsx'

const texts = surveyTexts.results

interface CountedCell {
  readonly withheld?: true
  readonly valid?: number
  readonly dontKnow?: number
  readonly mean?: string
  readonly positiveShare?: string
  readonly margin?: string
  readonly groups?: Readonly<Record<string, CountedCell>>
  readonly weighted?: { readonly positiveShare?: string; readonly margin?: string }
}

export type TabulatedQuestion = CountedQuestion & { readonly total: CountedCell; readonly units: Readonly<Record<string, CountedCell>> }

export const percent = (share: string | undefined): string =>
  share === undefined ? '' : `${formatFigure(roundText(String(Number(share) * 100), 2))}%`

interface Props {
  readonly questions: readonly TabulatedQuestion[]
  readonly words: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
}

const margin = (value: string | undefined): string => (value === undefined ? '' : `± ${percent(value)}`)

/** Questions over all units or in one, of everybody or of one group; a group that is withheld says so. */
export const QuestionTable = ({ questions, words, units, groups }: Props) => {
  const [unit, setUnit] = useState<string | null>(null)
  const [group, setGroup] = useState<string | null>(null)
  const cellOf = ({ total, units: of }: TabulatedQuestion): CountedCell => {
    const cell = unit === null ? total : (of[unit] ?? {})
    return group === null ? cell : (cell.groups?.[group] ?? {})
  }
  const isWeighted = group === null && questions.some((question) => cellOf(question).weighted !== undefined)
  return (
    <Stack gap="md">
      <Group className="no-print">
        <Select
          label={texts.unit}
          placeholder={texts.everyUnit}
          data={[...units].map(([value, label]) => ({ value, label }))}
          value={unit}
          onChange={setUnit}
          clearable
          searchable
          maw={420}
          flex="1 1 16rem"
        />
        {groups.size > 1 && (
          <Select
            label={texts.group}
            placeholder={texts.everyGroup}
            data={[...groups].map(([value, label]) => ({ value, label }))}
            value={group}
            onChange={setGroup}
            clearable
            maw={320}
            flex="1 1 12rem"
          />
        )}
      </Group>
      <DataTable
        caption={unit === null ? texts.caption : texts.captionOf(units.get(unit) ?? unit)}
        rows={questions}
        keyOf={({ id }) => id}
        columns={[
          { key: 'id', title: texts.code, cell: ({ id }) => id },
          { key: 'text', title: texts.question, isRowHeader: true, cell: ({ id }) => words.get(id) ?? id },
          {
            key: 'valid',
            title: texts.valid,
            isFigure: true,
            cell: (question) => (cellOf(question).withheld ? texts.withheld : (cellOf(question).valid ?? '')),
          },
          { key: 'dontKnow', title: texts.dontKnow, isFigure: true, cell: (question) => cellOf(question).dontKnow ?? '' },
          {
            key: 'mean',
            title: texts.mean,
            isFigure: true,
            cell: (question) => {
              const { mean } = cellOf(question)
              return mean === undefined ? '' : formatFigure(roundText(mean, 2))
            },
          },
          { key: 'positive', title: texts.positive, isFigure: true, cell: (question) => percent(cellOf(question).positiveShare) },
          { key: 'margin', title: texts.margin, isFigure: true, cell: (question) => margin(cellOf(question).margin) },
          ...(isWeighted
            ? [
                {
                  key: 'weighted',
                  title: texts.weighted,
                  isFigure: true,
                  cell: (question: TabulatedQuestion) => percent(cellOf(question).weighted?.positiveShare),
                },
              ]
            : []),
        ]}
      />
    </Stack>
  )
}
