import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { freeName, type QuestionnaireFile, wordsIn, withWords } from '../../../core/survey/design.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'

const texts = surveyDesignTexts.groups

type GroupFile = NonNullable<QuestionnaireFile['groups']>[number]

interface Props {
  readonly file: QuestionnaireFile
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

const whole = (value: string | number, least: number): number => (value === '' ? least : Number(value))

/** Groups of respondents with their weights and quotas, and what is measured at least and published at most. */
export const GroupsPanel = ({ file, onChange, isFrozen }: Props) => {
  const groups = file.groups ?? []
  const set = (id: string, change: Partial<GroupFile>): void =>
    onChange({ ...file, groups: groups.map((each) => (each.id === id ? { ...each, ...change } : each)) })
  const remove = (id: string): void =>
    onChange({
      ...file,
      groups: groups.filter((each) => each.id !== id),
      sections: file.sections.map(({ groups: asked, ...section }) => {
        const left = asked?.filter((each) => each !== id) ?? []
        return left.length > 0 ? { ...section, groups: left } : section
      }),
    })
  return (
    <Stack gap="md">
      <Text>{texts.hint}</Text>
      {groups.map((group) => (
        <Group key={group.id} align="flex-end">
          <TextInput
            label={texts.name}
            value={wordsIn(group.text)}
            onChange={(event) => set(group.id, { text: withWords(group.text, event.currentTarget.value) })}
            disabled={isFrozen}
            flex="1 1 14rem"
          />
          <TextInput
            label={texts.weight}
            value={group.weight ?? ''}
            onChange={(event) => {
              const { weight: _before, ...rest } = group
              const weight = event.currentTarget.value.replace(',', '.')
              onChange({
                ...file,
                groups: groups.map((each) => (each.id === group.id ? (weight === '' ? rest : { ...rest, weight }) : each)),
              })
            }}
            disabled={isFrozen}
            w={110}
          />
          <NumberInput
            label={texts.quota}
            min={0}
            value={group.quota ?? ''}
            onChange={(value) => set(group.id, { quota: whole(value, 0) })}
            disabled={isFrozen}
            w={180}
          />
          {!isFrozen && (
            <Button variant="default" onClick={() => remove(group.id)} aria-label={texts.remove(wordsIn(group.text))}>
              {surveyDesignTexts.remove.split(' ')[0]}
            </Button>
          )}
        </Group>
      ))}
      {!isFrozen && (
        <Button
          variant="default"
          w="fit-content"
          onClick={() =>
            onChange({
              ...file,
              groups: [
                ...groups,
                {
                  id: freeName(
                    'nhom',
                    groups.map(({ id }) => id),
                  ),
                  text: '',
                },
              ],
            })
          }
        >
          {texts.add}
        </Button>
      )}
      <NumberInput
        label={texts.minimum}
        min={1}
        value={file.minimumAnswers ?? 1}
        onChange={(value) => onChange({ ...file, minimumAnswers: whole(value, 1) })}
        disabled={isFrozen}
        maw={520}
      />
      <NumberInput
        label={texts.suppress}
        min={3}
        max={1000}
        value={file.suppressBelow ?? 5}
        onChange={(value) => onChange({ ...file, suppressBelow: whole(value, 5) })}
        disabled={isFrozen}
        maw={520}
      />
    </Stack>
  )
}
