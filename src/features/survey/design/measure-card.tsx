import { Button, Checkbox, Group, MultiSelect, NumberInput, Paper, Select, Stack, Text, Title } from '@mantine/core'
import type { LeafFile, QuestionnaireFile } from '../../../core/survey/design.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { answerables } from './answerable.ts'
import type { MeasuredLeaf } from './contract.ts'

const texts = surveyDesignTexts.points

interface Props {
  readonly file: QuestionnaireFile
  readonly measure: LeafFile
  readonly of: MeasuredLeaf | undefined
  readonly onChange: (measure: LeafFile) => void
  readonly onRemove: () => void
  readonly isFrozen: boolean
}

/** One criterion with what gives its points: questions or parts, how they are counted, and what is done where too few answered. */
export const Measure = ({ file, measure, of, onChange, onRemove, isFrozen }: Props) => {
  const { minimumAnswers: _least, ...free } = measure
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Title order={2} fz="md">
          {of ? `${of.code} ${of.name}` : `${measure.leaf} (${texts.unknown})`}
        </Title>
        <Text c="gray.7">{texts.max(formatFigure(measure.maxPoints))}</Text>
        <Questions file={file} measure={measure} onChange={onChange} isFrozen={isFrozen} />
        <Select
          label={texts.conversion}
          data={(['positiveShare', 'meanOverTop', 'meanFromBottom'] as const).map((value) => ({ value, label: texts.conversions[value] }))}
          value={measure.conversion ?? 'positiveShare'}
          onChange={(conversion) => conversion && onChange({ ...measure, conversion: conversion as 'positiveShare' })}
          disabled={isFrozen}
          allowDeselect={false}
        />
        <NumberInput
          label={texts.minimum}
          description={texts.minimumHint(formatFigure(String(file.minimumAnswers ?? 1)))}
          min={1}
          value={measure.minimumAnswers ?? ''}
          onChange={(value) => onChange(value === '' ? free : { ...measure, minimumAnswers: Math.max(1, Number(value)) })}
          disabled={isFrozen}
          maw={420}
        />
        <Checkbox
          label={texts.weighted}
          checked={measure.weighted ?? false}
          onChange={(event) => onChange({ ...measure, weighted: event.currentTarget.checked })}
          disabled={isFrozen}
        />
        {measure.weighted && (
          <Select
            label={texts.emptyGroup}
            data={(['notMeasured', 'rescale'] as const).map((value) => ({ value, label: texts.emptyGroups[value] }))}
            value={measure.emptyGroup ?? 'notMeasured'}
            onChange={(emptyGroup) => emptyGroup && onChange({ ...measure, emptyGroup: emptyGroup as 'rescale' })}
            disabled={isFrozen}
            allowDeselect={false}
          />
        )}
        {!isFrozen && (
          <Button size="compact-sm" variant="default" w="fit-content" onClick={onRemove}>
            {texts.remove}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

/** Questions that count alike; or parts that do, whatever the number of their questions, as in a SIPAS. */
const Questions = ({ file, measure, onChange, isFrozen }: Pick<Props, 'file' | 'measure' | 'onChange' | 'isFrozen'>) => {
  const { questions = [], parts = [], ...rest } = measure
  const data = answerables(file)
    .filter(({ isScaled }) => isScaled)
    .map(({ id, label }) => ({ value: id, label }))
  const setParts = (next: string[][]): void => onChange({ ...rest, parts: next })
  return (
    <>
      <Checkbox
        label={texts.inParts}
        checked={parts.length > 0}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { ...rest, parts: [questions, []] } : { ...rest, questions: parts.flat() })
        }
        disabled={isFrozen}
      />
      {parts.length === 0 ? (
        <MultiSelect
          label={texts.questions}
          data={data}
          value={questions}
          onChange={(chosen) => onChange({ ...rest, questions: chosen })}
          disabled={isFrozen}
          searchable
        />
      ) : (
        <>
          {parts.map((part, at) => (
            <MultiSelect
              // A part has no name but its place.
              key={at.toString()}
              label={texts.part(String(at + 1))}
              data={data}
              value={part}
              onChange={(chosen) => setParts(parts.map((each, index) => (index === at ? chosen : each)))}
              disabled={isFrozen}
              searchable
            />
          ))}
          {!isFrozen && (
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => setParts([...parts, []])}>
                {texts.addPart}
              </Button>
              {parts.length > 2 && (
                <Button size="compact-sm" variant="default" onClick={() => setParts(parts.slice(0, -1))}>
                  {texts.removePart}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
    </>
  )
}
