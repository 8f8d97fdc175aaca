import { Accordion, Button, Group, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type QuestionnaireFile, unwritten, wordsIn, withWords } from '../../../core/survey/design.ts'
import { parseQuestionnaire } from '../../../core/survey/parse-questionnaire.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveyDesignTexts as texts } from '../../../language/pages/survey-design.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import { surveyUnwritten } from '../../../language/survey-words.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { ProblemList, type ShownProblem } from '../../../web/widgets/problem-list.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from '../contract.ts'
import { SurveyHead } from '../survey-head.tsx'
import { FilesPanel } from './files-panel.tsx'
import { GroupsPanel } from './groups-panel.tsx'
import { LanguagesPanel } from './languages-panel.tsx'
import { LeaveUnsaved } from './leave-unsaved.tsx'
import { PointsPanel } from './points-panel.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { QuestionsPanel } from './questions-panel.tsx'

/** The questionnaire of one survey: made here while it is a draft, read here afterwards. */
export const DesignPage = () => {
  const { surveyId } = useParams({ from: '/dieu-tra/$surveyId/phieu-hoi' })
  const survey = useCall(surveyRoutes.show, { params: { surveyId } })
  return <Loaded call={survey}>{(value) => <Design survey={value} />}</Loaded>
}

/** What does not stand yet: first what is only not written, then what is wrong. */
const problemsOf = (file: QuestionnaireFile): readonly ShownProblem[] => {
  const open = unwritten(file)
  if (open.length > 0) return open.map(({ at, what }) => ({ code: what, at, severity: 'error', message: surveyUnwritten[what](at) }))
  const read = parseQuestionnaire(file)
  return read.ok ? [] : read.problems.map((problem) => ({ ...problem, message: problemSentence(problem, 'vi') }))
}

/** `sections[0].questions[2].text`, or the name of a question. */
const questionAt = (file: QuestionnaireFile, at: string): string => {
  const [, section, question] = /^sections\[(\d+)\]\.questions\[(\d+)\]/.exec(at) ?? []
  return file.sections[Number(section)]?.questions[Number(question)]?.id ?? at
}

const Design = ({ survey }: { readonly survey: SurveyDetail }) => {
  const kept = survey.questionnaire as unknown as QuestionnaireFile
  const session = useSignedIn()
  const isFrozen = survey.stage !== 'draft' || !holdsAny(session, ['surveyManager'])
  const [file, setFile] = useState(kept)
  const [open, setOpen] = useState<string>()
  const [tab, setTab] = useAddress('xem', 'cau-hoi')
  const change = useChange(surveyRoutes.change)
  const isChanged = JSON.stringify(file) !== JSON.stringify(kept)
  const problems = problemsOf(file)
  const save = async (): Promise<boolean> => {
    const { title, cycleId, opensOn, closesOn, tooFastSeconds } = survey
    const body = {
      title,
      tooFastSeconds,
      questionnaire: { ...file },
      ...(cycleId && { cycleId }),
      ...(opensOn && { opensOn }),
      ...(closesOn && { closesOn }),
    }
    const outcome = await change.run({ params: { surveyId: survey.id }, ifMatch: survey.version, body })
    if (outcome.ok) setFile(outcome.value.questionnaire as unknown as QuestionnaireFile)
    return outcome.ok
  }
  const show = (at: string): void => {
    const name = questionAt(file, at)
    setTab('cau-hoi')
    setOpen(name)
    setTimeout(() => document.getElementById(`cau-${name}`)?.scrollIntoView({ block: 'start' }), 50)
  }
  const panel = { file, onChange: setFile, isFrozen }
  return (
    <Stack gap="md">
      <SurveyHead
        survey={survey}
        place="questionnaire"
        actions={
          !isFrozen && (
            <Group>
              <Text role="status">{isChanged ? texts.unsaved : texts.saved}</Text>
              <Button onClick={() => void save()} loading={change.isRunning} disabled={!isChanged || problems.length > 0}>
                {texts.save}
              </Button>
            </Group>
          )
        }
      />
      <LeaveUnsaved isChanged={isChanged} onSave={problems.length > 0 ? undefined : save} />
      {survey.stage !== 'draft' && (
        <Text>
          {texts.frozen} {survey.questionnaireHash && texts.hash(survey.questionnaireHash.slice(0, 16))}
        </Text>
      )}
      {change.refused && <ErrorState refused={change.refused} />}
      {problems.length > 0 && (
        <Accordion variant="contained">
          <Accordion.Item value="problems">
            <Accordion.Control>{texts.faults(formatFigure(String(problems.length)))}</Accordion.Control>
            <Accordion.Panel>
              <ProblemList problems={problems} plain onPlace={show} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'cau-hoi')} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="cau-hoi">{texts.tabs.questions}</Tabs.Tab>
          <Tabs.Tab value="nhom">{texts.tabs.groups}</Tabs.Tab>
          <Tabs.Tab value="diem">{texts.tabs.points}</Tabs.Tab>
          <Tabs.Tab value="ngon-ngu">{texts.tabs.languages}</Tabs.Tab>
          <Tabs.Tab value="xem-truoc">{texts.tabs.preview}</Tabs.Tab>
          <Tabs.Tab value="tep">{texts.tabs.files}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="cau-hoi" pt="md">
          <Head {...panel} />
          <QuestionsPanel {...panel} open={open} onOpen={setOpen} />
        </Tabs.Panel>
        <Tabs.Panel value="nhom" pt="md">
          <GroupsPanel {...panel} />
        </Tabs.Panel>
        <Tabs.Panel value="diem" pt="md">
          {survey.cycleId ? <PointsPanel surveyId={survey.id} {...panel} /> : <Text>{texts.points.noCycle}</Text>}
        </Tabs.Panel>
        <Tabs.Panel value="ngon-ngu" pt="md">
          <LanguagesPanel {...panel} />
        </Tabs.Panel>
        <Tabs.Panel value="xem-truoc" pt="md">
          <PreviewPanel file={file} isSound={problems.length === 0} />
        </Tabs.Panel>
        <Tabs.Panel value="tep" pt="md">
          <FilesPanel surveyId={survey.id} {...panel} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

interface HeadProps {
  readonly file: QuestionnaireFile
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

const Head = ({ file, onChange, isFrozen }: HeadProps) => {
  const set = (name: 'introduction' | 'purpose' | 'thanks', words: string): void => {
    const { [name]: before, ...rest } = file
    onChange(words === '' ? rest : { ...rest, [name]: withWords(before, words) })
  }
  return (
    <Stack gap="sm" mb="md">
      <TextInput
        label={texts.head.title}
        value={wordsIn(file.title)}
        onChange={(event) => onChange({ ...file, title: withWords(file.title, event.currentTarget.value) })}
        disabled={isFrozen}
        required
      />
      <Accordion variant="contained">
        <Accordion.Item value="words">
          <Accordion.Control>{texts.headOptional}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">
              {(['introduction', 'purpose', 'thanks'] as const).map((name) => (
                <Textarea
                  key={name}
                  label={texts.head[name]}
                  description={texts.optional}
                  autosize
                  minRows={2}
                  value={wordsIn(file[name])}
                  onChange={(event) => set(name, event.currentTarget.value)}
                  disabled={isFrozen}
                />
              ))}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}
