import { Text } from '@mantine/core'
import { unreachable } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { DaysLeft } from '../../web/widgets/figures.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { ProgressBar } from '../../web/widgets/progress-bar.tsx'
import { Card, Deadline } from './card.tsx'
import type { Task, TaskOf } from './contract.ts'
import { FollowingCard } from './following-card.tsx'
import { Council, Explanation, Petitions } from './later-round-cards.tsx'
import { Part } from './part-card.tsx'
import { SurveyCard } from './survey-card.tsx'

const figure = (count: number): string => formatFigure(String(count))

/** One thing that is due: what, how far, until when, and the way there. */
export const TaskCard = ({ task }: { readonly task: Task }) => {
  switch (task.kind) {
    case 'selfAssessment':
      return <SelfAssessment {...task} />
    case 'cycle':
      return <Cycle {...task} />
    case 'draft':
      return <Draft {...task} />
    case 'appraisal':
      return <Appraisal {...task} />
    case 'calibration':
      return <Calibration {...task} />
    case 'publication':
      return <Publication {...task} />
    case 'officers':
      return <Officers {...task} />
    case 'step':
      return <Step {...task} />
    case 'explanation':
      return <Explanation {...task} />
    case 'council':
      return <Council {...task} />
    case 'part':
      return <Part {...task} />
    case 'following':
      return <FollowingCard {...task} />
    case 'survey':
      return <SurveyCard {...task} />
    case 'petitions':
      return <Petitions {...task} />
    default:
      return unreachable(task)
  }
}

const stageSentence = (stage: Stage): string => {
  const texts = homeTexts.selfAssessment
  if (stage === 'submitted') return texts.submitted
  return stage === 'approved' ? texts.approved : texts.appraised
}

const SelfAssessment = ({ cycle, unit, stage, answered, leaves, deadline }: TaskOf<'selfAssessment'>) => {
  const texts = homeTexts.selfAssessment
  const isOpen = stage === 'selfAssessing'
  const params = { cycleId: cycle.id, unitId: unit.id }
  const words = !isOpen ? texts.see : answered === 0 ? texts.start : answered >= leaves ? texts.submit : texts.open
  return (
    <Card
      title={texts.title(cycle.title)}
      under={unit.name}
      stage={stage}
      action={
        stage === 'approved' ? (
          <LinkButton to="/ket-qua/$cycleId/$unitId" params={params} variant="default">
            {texts.result}
          </LinkButton>
        ) : (
          <LinkButton to="/tu-danh-gia/$cycleId/$unitId" params={params} variant={isOpen ? 'filled' : 'default'}>
            {words}
          </LinkButton>
        )
      }
    >
      {isOpen ? <ProgressBar done={answered} of={leaves} what={homeTexts.leaves} /> : <Text>{stageSentence(stage)}</Text>}
      {isOpen && <Deadline deadline={deadline} />}
    </Card>
  )
}

const Cycle = ({ cycle, stage, units, submitted, late, deadline }: TaskOf<'cycle'>) => (
  <Card
    title={cycle.title}
    stage={stage}
    action={
      <LinkButton to="/ky-danh-gia/$cycleId" params={{ cycleId: cycle.id }} variant="default">
        {stage === 'preparing' ? homeTexts.cycle.prepare : homeTexts.cycle.open}
      </LinkButton>
    }
  >
    {stage === 'preparing' ? (
      <Text>{homeTexts.cycle.preparing}</Text>
    ) : (
      <ProgressBar done={submitted} of={units} what={homeTexts.cycle.submitted} />
    )}
    {late > 0 && (
      <Text c="red.7" fw={600} size="sm">
        {homeTexts.cycle.late(figure(late))}
      </Text>
    )}
    {(stage === 'preparing' || stage === 'selfAssessing') && <Deadline deadline={deadline} />}
  </Card>
)

const Draft = ({ framework, open }: TaskOf<'draft'>) => (
  <Card
    title={homeTexts.draft.title(framework.title)}
    action={
      <LinkButton to="/bo-tieu-chi/$frameworkId" params={{ frameworkId: framework.id }} variant="default">
        {homeTexts.draft.go}
      </LinkButton>
    }
  >
    <Text>{open === 0 ? homeTexts.draft.clean : homeTexts.draft.open(figure(open))}</Text>
  </Card>
)

const Appraisal = ({ cycle, waiting, begun, explaining, second, council, finished, decided, leaves }: TaskOf<'appraisal'>) => {
  const texts = homeTexts.appraisal
  return (
    <Card
      title={texts.title(cycle.title)}
      action={
        <LinkButton to="/tham-dinh/$cycleId" params={{ cycleId: cycle.id }}>
          {texts.open}
        </LinkButton>
      }
    >
      <Text>
        {[
          texts.waiting(figure(waiting)),
          texts.begun(figure(begun)),
          ...(explaining > 0 ? [texts.explaining(figure(explaining))] : []),
          ...(second > 0 ? [texts.second(figure(second))] : []),
          ...(council > 0 ? [texts.council(figure(council))] : []),
          texts.finished(figure(finished)),
        ].join(', ')}
      </Text>
      {leaves > 0 && <ProgressBar done={decided} of={leaves} what={texts.decided} />}
    </Card>
  )
}

const Calibration = ({ cycle, calibration, given, leaves }: TaskOf<'calibration'>) => (
  <Card
    title={calibration.title}
    under={cycle.title}
    action={
      <LinkButton to="/cham-thu/$cycleId/$calibrationId" params={{ cycleId: cycle.id, calibrationId: calibration.id }}>
        {homeTexts.calibration.open}
      </LinkButton>
    }
  >
    <ProgressBar done={given} of={leaves} what={homeTexts.calibration.given} />
  </Card>
)

const Publication = ({ cycle, units }: TaskOf<'publication'>) => (
  <Card title={homeTexts.publication.title(cycle.title)} action={<LinkButton to="/cong-bo">{homeTexts.publication.open}</LinkButton>}>
    <Text>{homeTexts.publication.ready(figure(units))}</Text>
  </Card>
)

const Step = ({ cycle, step, deadline }: TaskOf<'step'>) => (
  <Card
    title={step.title}
    under={cycle.title}
    action={
      <LinkButton to="/ky-danh-gia/$cycleId/lich" params={{ cycleId: cycle.id }} variant="default">
        {homeTexts.step.open}
      </LinkButton>
    }
  >
    {step.responsible && <Text size="sm">{homeTexts.step.responsible(step.responsible)}</Text>}
    <Text size="sm">
      {homeTexts.step.until(formatDate(deadline.lastMinute.slice(0, 10)))}, <DaysLeft closes={deadline.closes} />
    </Text>
  </Card>
)

const Officers = ({ units, of }: TaskOf<'officers'>) => (
  <Card
    title={homeTexts.officers.title}
    action={
      <LinkButton to="/quan-tri" search={{ muc: 'nguoi-dung' }}>
        {homeTexts.officers.open}
      </LinkButton>
    }
  >
    <Text>{homeTexts.officers.text(figure(units), figure(of))}</Text>
  </Card>
)
