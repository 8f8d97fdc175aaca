import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { LeafFile, QuestionnaireFile } from '../../../core/survey/design.ts'
import { groupBy } from '../../../core/survey/group-by.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { designRoutes, type MeasuredLeaf } from './contract.ts'
import { Measure } from './measure-card.tsx'

const texts = surveyDesignTexts.points

interface Props {
  readonly surveyId: string
  readonly file: QuestionnaireFile
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

/** Which questions give the points of which criterion; only criteria of the cycle that a survey measures are offered. */
export const PointsPanel = (props: Props) => {
  const leaves = useCall(designRoutes.leaves, { params: { surveyId: props.surveyId } })
  return <Loaded call={leaves}>{({ leaves: offered }) => <Measures {...props} offered={offered} />}</Loaded>
}

const Measures = ({ file, onChange, isFrozen, offered }: Props & { readonly offered: readonly MeasuredLeaf[] }) => {
  const [next, setNext] = useState<string | null>(null)
  const measures = file.leaves ?? []
  // One leaf may stand in the sets of several groups of units; it is measured once for all of them.
  const free = [...groupBy(offered, ({ leaf }) => leaf).values()].filter(([first]) => !measures.some(({ leaf }) => leaf === first?.leaf))
  const set = (leaf: string, changed: LeafFile): void =>
    onChange({ ...file, leaves: measures.map((each) => (each.leaf === leaf ? changed : each)) })
  const add = (): void => {
    const chosen = offered.find(({ leaf }) => leaf === next)
    if (!chosen) return
    const { leaf, maxPoints, area } = chosen
    onChange({ ...file, leaves: [...measures, { leaf, area, maxPoints, questions: [] }] })
    setNext(null)
  }
  return (
    <Stack gap="md">
      <Text>{texts.hint}</Text>
      {offered.length === 0 && <Text>{texts.noLeaves}</Text>}
      {measures.map((measure) => (
        <Measure
          key={measure.leaf}
          file={file}
          measure={measure}
          of={offered.find(({ leaf }) => leaf === measure.leaf)}
          onChange={(changed) => set(measure.leaf, changed)}
          onRemove={() => onChange({ ...file, leaves: measures.filter((each) => each !== measure) })}
          isFrozen={isFrozen}
        />
      ))}
      {!isFrozen && free.length > 0 && (
        <Group align="flex-end">
          <Select
            label={texts.leaf}
            placeholder={texts.choose}
            data={free.flatMap(([first, ...more]) =>
              first
                ? [
                    {
                      value: first.leaf,
                      label: `${first.code} ${first.name} (${[first, ...more].map(({ unitGroup }) => unitGroup).join(', ')})`,
                    },
                  ]
                : [],
            )}
            value={next}
            onChange={setNext}
            searchable
            flex="1 1 20rem"
            maw={720}
          />
          <Button variant="default" onClick={add} disabled={next === null}>
            {texts.add}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
