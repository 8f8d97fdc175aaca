import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { stages } from '../../core/vocabulary.ts'
import { exampleProblems } from '../../language/problem-examples.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { sampleTexts as texts } from '../../language/pages/samples.ts'
import { DateText, DaysLeft, Moment, Percent, Points } from '../widgets/figures.tsx'
import { PageTitle } from '../widgets/page-title.tsx'
import { ProblemList } from '../widgets/problem-list.tsx'
import { ProgressBar } from '../widgets/progress-bar.tsx'
import { SaveState } from '../widgets/save-state.tsx'
import { holdsAny, useSignedIn } from '../widgets/session.ts'
import { StageBadge } from '../widgets/stage-badge.tsx'
import { ChartSample, DialogSample, FileSample, StateSamples, TableSamples } from './widget-samples.tsx'

const sampleMoment = new Date('2026-11-21T07:32:00Z')

/** Every widget and every sentence about a problem, to look at and to test. */
export const WidgetsPage = () => {
  const session = useSignedIn()
  const isShown = session.isDemo || holdsAny(session, ['administrator'])
  return (
    <>
      <PageTitle under={texts.under}>{texts.title}</PageTitle>
      {isShown ? <Samples /> : <Text>{texts.noAccess}</Text>}
    </>
  )
}

const Sample = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <Title order={2} mb="xs">
      {title}
    </Title>
    <Stack gap="sm" align="stretch">
      {children}
    </Stack>
  </section>
)

const Samples = () => (
  <Stack gap="xl">
    <Sample title={texts.figures}>
      <Text>
        <Points value="1234.75" />, <Points value={null} />, <Percent value="87.654321" />, <DateText value="2026-11-21" />,{' '}
        <Moment value={sampleMoment.toISOString()} />, <DaysLeft closes={new Date(Date.now() + 6 * 86_400_000).toISOString()} />,{' '}
        <DaysLeft closes={new Date(Date.now() - 2 * 86_400_000).toISOString()} />
      </Text>
    </Sample>
    <Sample title={texts.stages}>
      <Text component="div">
        {stages.map((stage) => (
          <span key={stage}>
            <StageBadge stage={stage} />{' '}
          </span>
        ))}
      </Text>
    </Sample>
    <Sample title={texts.progress}>
      <ProgressBar done={87} of={102} what={texts.progressOf} />
      <ProgressBar done={102} of={102} what={texts.progressOf} />
    </Sample>
    <Sample title={texts.saving}>
      <SaveState state="unsaved" />
      <SaveState state="saving" />
      <SaveState state={{ savedAt: sampleMoment }} />
      <SaveState state="notSaved" />
    </Sample>
    <Sample title={texts.states}>
      <StateSamples />
    </Sample>
    <Sample title={texts.dialog}>
      <DialogSample />
    </Sample>
    <Sample title={texts.table}>
      <TableSamples />
    </Sample>
    <Sample title={texts.files}>
      <FileSample />
    </Sample>
    <Sample title={texts.chart}>
      <ChartSample />
    </Sample>
    <Sample title={texts.problems}>
      <ProblemList problems={exampleProblems.map((problem) => speakProblem(problem))} />
    </Sample>
  </Stack>
)
