import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
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

/** A new survey out of a questionnaire file; what the file lacks the server tells at once. */
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
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!questionnaire || title.trim() === '') return
    const body = {
      title,
      questionnaire: { ...questionnaire },
      ...(cycleId && { cycleId }),
      ...(opensOn && { opensOn }),
      ...(closesOn && { closesOn }),
    }
    const outcome = await add.run({ body })
    if (outcome.ok) await navigate({ to: '/dieu-tra/$surveyId', params: { surveyId: outcome.value.id } })
  }
  const counts = questionnaire && countsOf(questionnaire)
  return (
    <Paper component="section" p="lg" mb="lg" aria-labelledby="new-survey">
      <Title order={2} id="new-survey" mb="md">
        {texts.title}
      </Title>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md" maw={760}>
          <FileDrop label={texts.file} accept={['.json']} maxBytes={2 * 1024 * 1024} onFile={(file) => void take(file)} />
          {isUnreadable && <Text c="red.8">{texts.unreadable}</Text>}
          {counts && <Text>{texts.fileRead(counts.questions, counts.sections)}</Text>}
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
            <Button type="submit" loading={add.isRunning} disabled={!questionnaire || title.trim() === ''}>
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
