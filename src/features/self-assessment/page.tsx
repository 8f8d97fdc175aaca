import { partTexts } from '../../language/pages/parts.ts'
import { selfAssessmentTexts } from '../../language/pages/self-assessment.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { DaysLeft, LastMoment } from '../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { ProgressBar } from '../../web/widgets/progress-bar.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type OwnSheet, selfAssessmentRoutes } from './contract.ts'
import { PartBadge } from './parts/part-badge.tsx'

const texts = selfAssessmentTexts.list

/** The sheets of the units one works for. */
export const SelfAssessmentPage = () => {
  const own = useCall(selfAssessmentRoutes.own)
  return (
    <>
      <PageTitle>{selfAssessmentTexts.title}</PageTitle>
      <Loaded call={own}>{({ sheets }) => (sheets.length === 0 ? <Nothing /> : <Sheets sheets={sheets} />)}</Loaded>
    </>
  )
}

const Nothing = () => {
  const session = useSignedIn()
  if (holdsAny(session, ['unitOfficer']) || !holdsAny(session, ['divisionOfficer'])) {
    return <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
  }
  return (
    <EmptyState title={texts.noPart} action={<LinkButton to="/viec-duoc-giao">{texts.toDuties}</LinkButton>}>
      {texts.noPartHint}
    </EmptyState>
  )
}

const Sheets = ({ sheets }: { readonly sheets: readonly OwnSheet[] }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={sheets}
    keyOf={({ cycle, unit, part }) => `${cycle.id} ${unit.id} ${part?.division ?? ''}`}
    columns={[
      {
        key: 'cycle',
        title: texts.cycle,
        isRowHeader: true,
        cell: ({ cycle, unit }) => (
          <PageLink to="/tu-danh-gia/$cycleId/$unitId" params={{ cycleId: cycle.id, unitId: unit.id }}>
            {cycle.title}
          </PageLink>
        ),
      },
      {
        key: 'unit',
        title: texts.unit,
        cell: ({ unit, part }) => (part ? `${unit.name}, ${partTexts.list.ofDivision(part.division)}` : unit.name),
      },
      {
        key: 'stage',
        title: texts.stage,
        cell: ({ stage, part }) => (part && stage === 'selfAssessing' ? <PartBadge state={part.state} /> : <StageBadge stage={stage} />),
      },
      {
        key: 'progress',
        title: texts.progress,
        width: 180,
        cell: ({ answered, leaves }) => <ProgressBar done={answered} of={leaves} what={selfAssessmentTexts.criteria} />,
      },
      { key: 'deadline', title: texts.deadline, cell: (sheet) => <Deadline sheet={sheet} /> },
    ]}
  />
)

const Deadline = ({ sheet }: { readonly sheet: OwnSheet }) => {
  if (!sheet.deadline) return texts.noDeadline
  return (
    <>
      <LastMoment closes={sheet.deadline.closes} />
      {sheet.stage === 'selfAssessing' && (
        <>
          {' '}
          (<DaysLeft closes={sheet.deadline.closes} />)
        </>
      )}
    </>
  )
}
