import { Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure, roundText } from '../../../language/format.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { surveyTexts } from '../../../language/pages/survey.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { percent } from './question-table.tsx'

const texts = surveyTexts.results

interface TracedQuestion {
  readonly question: string
  readonly valid: number
  readonly counts: Readonly<Record<string, number>>
  readonly share?: string
}

interface TracedLeaf {
  readonly withheld?: true
  readonly status?: string
  readonly why?: keyof typeof texts.notMeasured
  readonly points?: string | null
  readonly maxPoints?: string
  readonly share?: string
  readonly answers?: number
  readonly minimumAnswers?: number
  readonly trace?: {
    readonly conversion: keyof typeof surveyDesignTexts.points.conversions
    readonly groups: readonly {
      readonly group?: string
      readonly weight?: string
      readonly share?: string
      readonly questions: readonly TracedQuestion[]
    }[]
  }
}

export interface PointsOfUnit {
  readonly unit: string
  readonly leaves: Readonly<Record<string, TracedLeaf>>
}

interface Props {
  readonly units: readonly PointsOfUnit[]
  readonly names: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  readonly words: ReadonlyMap<string, string>
}

const rounded = (points: string | null | undefined): string => (points ? formatFigure(roundText(points, 4)) : '')

const said = ({ withheld, status, why, points }: TracedLeaf): string => {
  if (withheld) return texts.withheld
  return status === 'notMeasured' && why ? texts.notMeasured[why] : rounded(points)
}

/** A row for each unit with its criteria side by side; what points were made of is one press away. */
export const PointsTable = ({ units, names, groups, words }: Props) => {
  const [chosen, setChosen] = useState<{ readonly unit: string; readonly leaf: string; readonly traced: TracedLeaf }>()
  const leaves = [...new Set(units.flatMap(({ leaves: of }) => Object.keys(of)))]
  const headOf = (leaf: string): string => {
    const max = units.map(({ leaves: of }) => of[leaf]?.maxPoints).find((each) => each !== undefined)
    return max === undefined ? leaf : texts.outOf(leaf, formatFigure(max))
  }
  const nameOf = (unit: string): string => names.get(unit) ?? unit
  return (
    <>
      <DataTable
        caption={texts.points}
        rows={units}
        keyOf={({ unit }) => unit}
        isLong={units.length > 100}
        columns={[
          { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unit }) => nameOf(unit) },
          ...leaves.map((leaf) => ({
            key: leaf,
            title: headOf(leaf),
            isFigure: true,
            cell: ({ unit, leaves: of }: PointsOfUnit) => {
              const traced = of[leaf]
              if (!traced?.trace) return traced ? said(traced) : ''
              return (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => setChosen({ unit, leaf, traced })}
                  aria-label={texts.traceOf(leaf, nameOf(unit), said(traced))}
                >
                  {said(traced)}
                </Button>
              )
            },
          })),
        ]}
      />
      {chosen && (
        <Modal
          opened
          onClose={() => setChosen(undefined)}
          size="lg"
          title={texts.traceTitle(chosen.leaf, nameOf(chosen.unit))}
          closeButtonProps={{ 'aria-label': widgetTexts.close }}
        >
          <Trace traced={chosen.traced} groups={groups} words={words} />
        </Modal>
      )}
    </>
  )
}

const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([level, count]) => `${level}: ${formatFigure(String(count))}`)
    .join('; ')

/** Points down to the counts they were made of. */
const Trace = ({ traced, groups, words }: Pick<Props, 'groups' | 'words'> & { readonly traced: TracedLeaf }) => {
  const { trace, share, points, maxPoints = '', answers = 0, minimumAnswers = 0 } = traced
  if (!trace) return null
  const rows = trace.groups.flatMap(({ group, weight, questions }) => questions.map((each) => ({ ...each, group, weight })))
  return (
    <Stack gap="sm">
      <Text>{surveyDesignTexts.points.conversions[trace.conversion]}</Text>
      {points ? (
        <Text fw={600}>{texts.traceSum(percent(share), formatFigure(maxPoints), rounded(points))}</Text>
      ) : (
        <Text fw={600}>{said(traced)}</Text>
      )}
      <Text c="gray.7">{texts.traceAnswers(formatFigure(String(answers)), formatFigure(String(minimumAnswers)))}</Text>
      {trace.groups
        .filter(({ group }) => group !== undefined)
        .map(({ group = '', weight = '', share: of }) => (
          <Text key={group}>{texts.traceGroup(groups.get(group) ?? group, formatFigure(weight), percent(of))}</Text>
        ))}
      <DataTable
        caption={texts.traceCounts}
        rows={rows}
        keyOf={({ question, group }) => `${group ?? ''} ${question}`}
        columns={[
          { key: 'question', title: texts.question, isRowHeader: true, cell: ({ question }) => words.get(question) ?? question },
          ...(rows.some(({ group }) => group !== undefined)
            ? [{ key: 'group', title: texts.group, cell: ({ group = '' }: (typeof rows)[number]) => groups.get(group) ?? group }]
            : []),
          { key: 'counts', title: texts.countsByLevel, cell: ({ counts }) => countsText(counts) },
          { key: 'valid', title: texts.valid, isFigure: true, cell: ({ valid }) => formatFigure(String(valid)) },
          { key: 'share', title: texts.share, isFigure: true, cell: ({ share: of }) => percent(of) },
        ]}
      />
    </Stack>
  )
}
