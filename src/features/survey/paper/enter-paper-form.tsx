import { Alert, Button, Checkbox, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { columnsOf } from '../../../core/survey/columns.ts'
import type { QuestionnaireFile } from '../../../core/survey/design.ts'
import { wordsIn } from '../../../core/survey/design.ts'
import { parseQuestionnaire } from '../../../core/survey/parse-questionnaire.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveyPaperTexts as texts } from '../../../language/pages/survey-field.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import type { SurveyDetail } from '../contract.ts'
import { groupsOf } from '../respondent-groups.ts'
import { type PaperTaken, paperRoutes } from './contract.ts'

interface Props {
  readonly survey: SurveyDetail
}

/** Fields of the sections that this group is asked, in the order of print, with the codes that may be typed. */
const fieldsOf = (file: QuestionnaireFile, group: string) => {
  const read = parseQuestionnaire(file)
  if (!read.ok) return []
  const sections = read.value.sections.filter(({ groups }) => !groups || groups.includes(group))
  return columnsOf({ sections }).map((column) => {
    const { question, row, values } = column
    const own = question.kind === 'matrix' ? question.rows.find(({ id }) => id === row)?.text : undefined
    const codes = values.length > 0 ? `${texts.options}: ${values.join(', ')}${question.dontKnow ? ', dk' : ''}` : ''
    return { id: column.id, label: `${column.id} · ${wordsIn(question.text)}${own === undefined ? '' : ` – ${wordsIn(own)}`}`, codes }
  })
}

/** One paper by keyboard alone: a code, Enter, the next; the last Enter sends it and the next paper begins. */
export const EnterPaper = ({ survey }: Props) => {
  const units = [...new Map(survey.strata.map(({ unitId, unitName }) => [unitId, unitName]))].map(([value, label]) => ({ value, label }))
  const groups = groupsOf(survey, '')
  const [unitId, setUnit] = useState(units[0]?.value ?? '')
  const [group, setGroup] = useState(groups[0]?.id ?? '')
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [outcome, setOutcome] = useState<PaperTaken>()
  const [isByOne, setByOne] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = useChange(paperRoutes.enter, { refreshes: [paperRoutes.waiting] })
  const fields = fieldsOf(survey.questionnaire as unknown as QuestionnaireFile, group)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const cells = Object.fromEntries(fields.flatMap(({ id }) => (typed[id] ? [[id, typed[id]]] : [])))
    const body = { unitId, group, number, typed: cells, isSettled: outcome?.state === 'differs', isByOne }
    const done = await change.run({ params: { surveyId: survey.id }, body })
    if (!done.ok) return
    setOutcome(done.value)
    if (done.value.state === 'differs' || done.value.state === 'samePerson') return
    setByOne(false)
    setTyped({})
    setNumber('')
    form.current?.querySelector<HTMLInputElement>('[data-number]')?.focus()
  }
  const goOn = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('[data-cell]') ?? [])]
    const next = inputs[inputs.indexOf(event.currentTarget) + 1]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.select()
  }
  return (
    <Paper component="section" p="lg">
      <form ref={form} onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          <Text>{texts.how}</Text>
          <Waiting
            surveyId={survey.id}
            onChoose={(paper) => {
              setNumber(paper.number)
              setUnit(paper.unitId)
              setGroup(paper.group)
              setOutcome(undefined)
              setByOne(false)
            }}
          />
          <Group align="flex-end">
            <Select
              label={texts.unit}
              data={units}
              value={unitId}
              onChange={(value) => setUnit(value ?? '')}
              allowDeselect={false}
              searchable
              flex="1 1 16rem"
            />
            {groups.length > 1 && (
              <Select
                label={texts.group}
                data={groups.map(({ id, text }) => ({ value: id, label: text }))}
                value={group}
                onChange={(value) => setGroup(value ?? '')}
                allowDeselect={false}
                flex="1 1 12rem"
              />
            )}
            <TextInput
              label={texts.number}
              value={number}
              onChange={(event) => {
                setNumber(event.currentTarget.value)
                setOutcome(undefined)
              }}
              maxLength={40}
              required
              data-cell
              onKeyDown={goOn}
              data-number
              autoComplete="off"
              w={160}
            />
          </Group>
          {fields.map(({ id, label, codes }) => (
            <TextInput
              key={id}
              label={label}
              description={codes}
              value={typed[id] ?? ''}
              onChange={(event) => setTyped({ ...typed, [id]: event.currentTarget.value })}
              data-cell
              onKeyDown={goOn}
              autoComplete="off"
              maw={720}
            />
          ))}
          {change.refused && <ErrorState refused={change.refused} />}
          {outcome && <Outcome outcome={outcome} />}
          {(outcome?.state === 'samePerson' || isByOne) && (
            <Checkbox label={texts.byOne} checked={isByOne} onChange={(event) => setByOne(event.currentTarget.checked)} />
          )}
          <Button type="submit" w="fit-content" loading={change.isRunning} disabled={number.trim() === ''}>
            {outcome?.state === 'differs' ? texts.settle : texts.send}
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}

const Outcome = ({ outcome: { state, differences } }: { readonly outcome: PaperTaken }) => (
  <Alert color={state === 'differs' || state === 'samePerson' ? 'orange' : 'green'} role="status">
    <Text>{texts.states[state]}</Text>
    {differences.length > 0 && (
      <DataTable
        caption={texts.differences}
        isCaptionHidden
        isTableOnPhone
        rows={differences}
        keyOf={({ column }) => column}
        columns={[
          { key: 'column', title: texts.column, isRowHeader: true, cell: ({ column }) => column },
          { key: 'first', title: texts.first, cell: ({ first }) => first },
          { key: 'second', title: texts.second, cell: ({ second }) => second },
        ]}
      />
    )}
  </Alert>
)

interface WaitingPaper {
  readonly number: string
  readonly unitId: string
  readonly group: string
}

const Waiting = ({ surveyId, onChoose }: { readonly surveyId: string; readonly onChoose: (paper: WaitingPaper) => void }) => {
  const list = useCall(paperRoutes.waiting, { params: { surveyId } })
  const papers = list.value?.papers ?? []
  if (papers.length === 0) return null
  return (
    <div>
      <Title order={2} fz="md">
        {texts.waiting(formatFigure(String(papers.length)))}
      </Title>
      <Group gap="xs">
        {papers.slice(0, 60).map((paper) => (
          <Button key={paper.number} size="compact-sm" variant="default" onClick={() => onChoose(paper)}>
            {paper.number}
            {paper.isOwn ? ` (${texts.own})` : ''}
          </Button>
        ))}
      </Group>
    </div>
  )
}
