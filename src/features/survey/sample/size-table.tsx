import { NumberInput } from '@mantine/core'
import type { Confidence } from '../../../core/survey/confidence.ts'
import { type PlannedSize, reachedMargin } from '../../../core/survey/plan-sample.ts'
import { surveySampleTexts as texts } from '../../../language/pages/survey-field.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import type { SurveyDetail } from '../contract.ts'
import { figure, keyOf, percentText } from './figures.ts'

type Row = SurveyDetail['strata'][number]

interface Figures {
  readonly values: Readonly<Record<string, number>>
  readonly onChange: (key: string, value: number) => void
}

interface Props {
  readonly survey: SurveyDetail
  readonly groups: ReadonlyMap<string, string>
  readonly planned: ReadonlyMap<string, PlannedSize>
  readonly confidence: Confidence
  /** Where they may be changed. */
  readonly people?: Figures
  /** Shares to expect in percent, where the allocation asks for them. */
  readonly shares?: Figures
}

/** How many there are, are asked and answered in each unit and group, with the margin that will be or was reached. */
export const SizeTable = ({ survey, groups, planned, confidence, people, shares }: Props) => {
  const isDraft = survey.stage === 'draft'
  const placeOf = (row: Row): string => `${row.unitName}, ${groups.get(row.group) ?? ''}`
  return (
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      isLong={survey.strata.length > 100}
      rows={survey.strata}
      keyOf={keyOf}
      columns={[
        { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unitName }) => unitName },
        { key: 'group', title: texts.group, cell: ({ group }) => groups.get(group) ?? group },
        {
          key: 'people',
          title: texts.people,
          isFigure: true,
          cell: (row) =>
            people ? (
              <NumberInput
                aria-label={`${texts.people}: ${placeOf(row)}`}
                size="xs"
                w={110}
                min={0}
                thousandSeparator="."
                decimalSeparator=","
                value={people.values[keyOf(row)] ?? 0}
                onChange={(value) => people.onChange(keyOf(row), Number(value) || 0)}
              />
            ) : (
              figure(row.population ?? 0)
            ),
        },
        ...(shares
          ? [
              {
                key: 'share',
                title: texts.share,
                isFigure: true,
                cell: (row: Row) => (
                  <NumberInput
                    aria-label={`${texts.share}: ${placeOf(row)}`}
                    size="xs"
                    w={90}
                    min={1}
                    max={99}
                    decimalSeparator=","
                    value={shares.values[keyOf(row)] ?? 50}
                    onChange={(value) => shares.onChange(keyOf(row), Math.min(99, Math.max(1, Number(value) || 50)))}
                  />
                ),
              },
            ]
          : []),
        {
          key: 'size',
          title: texts.size,
          isFigure: true,
          cell: (row) => {
            const each = planned.get(keyOf(row))
            return isDraft ? `${figure(each?.size ?? 0)}${each?.isThin ? ` (${texts.thinMark})` : ''}` : figure(row.wanted)
          },
        },
        ...(isDraft
          ? [
              {
                key: 'reserve',
                title: texts.reserveSize,
                isFigure: true,
                cell: (row: Row) => figure(planned.get(keyOf(row))?.reserve ?? 0),
              },
              {
                key: 'margin',
                title: texts.willReach,
                isFigure: true,
                cell: (row: Row) => percentText(planned.get(keyOf(row))?.margin),
              },
            ]
          : [
              { key: 'answers', title: texts.answers, isFigure: true, cell: (row: Row) => figure(row.answers) },
              {
                key: 'reached',
                title: texts.reached,
                isFigure: true,
                cell: (row: Row) => percentText(reachedMargin(row.answers, row.population, confidence)),
              },
            ]),
      ]}
    />
  )
}
