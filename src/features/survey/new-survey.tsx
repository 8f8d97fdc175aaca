import { Button, Group, Paper, Radio, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { addEmptyQuestion, asKind, changeQuestion, newQuestionnaire, type QuestionnaireFile } from '../../core/survey/design.ts'
import { surveyDesignTexts } from '../../language/pages/survey-design.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { FileDrop } from '../../web/widgets/file-drop.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { surveyRoutes } from './contract.ts'
import { countsOf } from './questionnaire-counts.ts'

const texts = surveyTexts.add

type Questionnaire = Readonly<Record<string, unknown>>

const readJson = (text: string): Questionnaire | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Questionnaire) : undefined
  } catch {
    return undefined
  }
}

const titleOf = (questionnaire: Questionnaire): string => {
  const { title } = questionnaire as { title?: string | Readonly<Record<string, string>> }
  return typeof title === 'string' ? title : (title?.['vi'] ?? '')
}

/** What a questionnaire made here begins with: one question that nearly every survey asks. */
const starterOf = (title: string): QuestionnaireFile => {
  const empty = addEmptyQuestion(newQuestionnaire(title, surveyDesignTexts.starter.section), 0, 'scale')
  const question = asKind({ kind: 'scale', id: 'q1', text: surveyDesignTexts.starter.question }, 'scale')
  return changeQuestion(empty, 'q1', {
    ...question,
    kind: 'scale',
    labels: [...surveyDesignTexts.readyLabels.satisfaction],
    dontKnow: true,
    required: true,
  })
}

/** A new survey, whose questionnaire is made here, taken over from an earlier survey, or read out of a questionnaire file; what the file lacks the server tells at once. */
export const NewSurvey = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const add = useChange(surveyRoutes.add)
  const [title, setTitle] = useState('')
  const [opensOn, setOpens] = useState('')
  const [closesOn, setCloses] = useState('')
  const [questionnaire, setQuestionnaire] = useState<Questionnaire>()
  const choices = useCall(surveyRoutes.choices)
  const [cycleId, setCycle] = useState<string | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const take = async (file: File): Promise<void> => {
    const read = readJson(await file.text())
    setUnreadable(read === undefined)
    setQuestionnaire(read)
    add.forget()
    if (read && title === '') setTitle(titleOf(read))
  }
  const earlier = useCall(surveyRoutes.list, { query: { limit: 200 } })
  const [from, setFrom] = useState<'new' | 'earlier' | 'file'>('new')
  const [earlierId, setEarlier] = useState<string | null>(null)
  const source = useCall(surveyRoutes.show, { params: { surveyId: earlierId ?? '' } }, { when: from === 'earlier' && earlierId !== null })
  const asked = from === 'new' ? { ...starterOf(title) } : from === 'earlier' ? source.value?.questionnaire : questionnaire
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!asked || title.trim() === '') return
    const body = {
      title,
      questionnaire: { ...asked },
      ...(cycleId && { cycleId }),
      ...(opensOn && { opensOn }),
      ...(closesOn && { closesOn }),
    }
    const outcome = await add.run({ body })
    if (outcome.ok)
      await navigate({
        to: from === 'file' ? '/dieu-tra/$surveyId' : '/dieu-tra/$surveyId/phieu-hoi',
        params: { surveyId: outcome.value.id },
      })
  }
  const counts = questionnaire && countsOf(questionnaire)
  return (
    <Paper component="section" p="lg" mb="lg" aria-labelledby="new-survey">
      <Title order={2} id="new-survey" mb="md">
        {texts.title}
      </Title>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md" maw={760}>
          <Radio.Group label={texts.from} value={from} onChange={(value) => setFrom(value as 'new')}>
            <Stack gap="xs" mt="xs">
              {(['new', 'earlier', 'file'] as const).map((value) => (
                <Radio key={value} value={value} label={texts.sources[value]} />
              ))}
            </Stack>
          </Radio.Group>
          {from === 'earlier' && (
            <Select
              label={texts.earlier}
              data={(earlier.value?.surveys ?? []).map(({ id, title: label }) => ({ value: id, label }))}
              value={earlierId}
              onChange={setEarlier}
              searchable
            />
          )}
          {from === 'file' && (
            <FileDrop label={texts.file} accept={['.json']} maxBytes={2 * 1024 * 1024} onFile={(file) => void take(file)} />
          )}
          {from === 'file' && isUnreadable && <Text c="red.8">{texts.unreadable}</Text>}
          {from === 'file' && counts && <Text>{texts.fileRead(counts.questions, counts.sections)}</Text>}
          <TextInput label={texts.name} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={300} required />
          <Select
            label={texts.cycle}
            placeholder={texts.noCycle}
            data={(choices.value?.cycles ?? []).map(({ id, title: label }) => ({ value: id, label }))}
            value={cycleId}
            onChange={setCycle}
            clearable
          />
          <Group align="flex-start">
            <DateField label={texts.opens} value={opensOn} onChange={setOpens} />
            <DateField label={texts.closes} value={closesOn} onChange={setCloses} />
          </Group>
          {add.refused && <ErrorState refused={add.refused} />}
          <Group>
            <Button type="submit" loading={add.isRunning} disabled={!asked || title.trim() === ''}>
              {texts.act}
            </Button>
            <Button variant="default" onClick={onClose}>
              {surveyTexts.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
