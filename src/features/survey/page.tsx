import { Badge, Button } from '@mantine/core'
import { formatDate, formatFigure } from '../../language/format.ts'
import { surveyResultTexts } from '../../language/pages/survey-results.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type Survey, surveyRoutes } from './contract.ts'
import { NewSurvey } from './new-survey.tsx'

const texts = surveyTexts.list

/** All surveys; whoever conducts them adds one here. */
export const SurveysPage = () => {
  const surveys = useCall(surveyRoutes.list, { query: { limit: 200 } })
  const canAdd = holdsAny(useSignedIn(), ['surveyManager'])
  const [adding, setAdding] = useAddress('them')
  const isAdding = canAdd && adding === 'moi'
  return (
    <>
      <PageTitle
        under={
          <PageLink to="/dieu-tra/cac-nam" className="no-print">
            {surveyResultTexts.years.open}
          </PageLink>
        }
        actions={canAdd && !isAdding && <Button onClick={() => setAdding('moi')}>{surveyTexts.add.open}</Button>}
      >
        {surveyTexts.title}
      </PageTitle>

      {isAdding && <NewSurvey onClose={() => setAdding('')} />}
      <Loaded call={surveys}>
        {({ surveys: rows }) =>
          rows.length > 0 ? <Surveys surveys={rows} /> : !isAdding && <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
        }
      </Loaded>
    </>
  )
}

/** The days in which one can answer, in words. */
export const daysText = ({ opensOn, closesOn }: Pick<Survey, 'opensOn' | 'closesOn'>): string => {
  const parts = [opensOn && surveyTexts.from(formatDate(opensOn)), closesOn && surveyTexts.to(formatDate(closesOn))].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : surveyTexts.noDays
}

const colours = { draft: 'gray', collecting: 'navy', closed: 'green' } as const

/** Where a survey is. */
export const SurveyStage = ({ stage }: { readonly stage: Survey['stage'] }) => (
  <Badge variant="light" color={colours[stage]} tt="none" size="lg">
    {surveyTexts.stages[stage]}
  </Badge>
)

const Surveys = ({ surveys }: { readonly surveys: readonly Survey[] }) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={surveys}
    keyOf={({ id }) => id}
    columns={[
      {
        key: 'name',
        title: texts.name,
        isRowHeader: true,
        cell: ({ id, title }) => (
          <PageLink to="/dieu-tra/$surveyId" params={{ surveyId: id }}>
            {title}
          </PageLink>
        ),
      },
      { key: 'stage', title: texts.stage, cell: ({ stage }) => <SurveyStage stage={stage} /> },
      { key: 'days', title: texts.days, cell: daysText },
      { key: 'answers', title: texts.answers, isFigure: true, cell: ({ answers }) => formatFigure(String(answers)) },
    ]}
  />
)
