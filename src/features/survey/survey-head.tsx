import type { ReactNode } from 'react'
import { surveyTexts } from '../../language/pages/survey.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import type { SurveyDetail } from './contract.ts'
import classes from './survey.module.css'

const texts = surveyTexts.places

const addresses = {
  overview: '/dieu-tra/$surveyId',
  questionnaire: '/dieu-tra/$surveyId/phieu-hoi',
  sample: '/dieu-tra/$surveyId/mau',
  paper: '/dieu-tra/$surveyId/phieu-giay',
  results: '/dieu-tra/$surveyId/ket-qua',
  words: '/dieu-tra/$surveyId/y-kien',
} as const
type SurveyPlace = keyof typeof addresses

/** Pages of a survey in the order of the work; what has nothing to show yet, or nothing left to do, is not among them. */
const placesOf = (survey: SurveyDetail, canChange: boolean): readonly SurveyPlace[] => [
  'overview',
  'questionnaire',
  ...(survey.strata.length > 0 ? (['sample'] as const) : []),
  ...(survey.stage === 'collecting' && canChange ? (['paper'] as const) : []),
  ...(survey.stage === 'draft' ? [] : (['results'] as const)),
  ...(survey.stage !== 'draft' && canChange ? (['words'] as const) : []),
]

interface Props {
  readonly survey: SurveyDetail
  readonly place: SurveyPlace
  readonly under?: ReactNode
  readonly actions?: ReactNode
}

/** The head of every page of one survey: which survey, where in it, and the way to its other pages. */
export const SurveyHead = ({ survey, place, under, actions }: Props) => {
  const canChange = holdsAny(useSignedIn(), ['surveyManager'])
  const isOverview = place === 'overview'
  return (
    <div>
      <PageLink to="/dieu-tra" className="no-print">
        {surveyTexts.back}
      </PageLink>
      <PageTitle under={isOverview ? under : (under ?? survey.title)} actions={actions}>
        {isOverview ? survey.title : texts.titles[place]}
      </PageTitle>
      <nav aria-label={texts.label} className="no-print">
        <ul className={classes.places}>
          {placesOf(survey, canChange).map((each) => (
            <li key={each}>
              <PageLink to={addresses[each]} params={{ surveyId: survey.id }} activeOptions={{ exact: true, includeSearch: false }}>
                {texts.names[each]}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
