import { Text } from '@mantine/core'
import { formatDate, formatFigure } from '../../language/format.ts'
import { homeTexts } from '../../language/pages/home.ts'
import { LinkButton } from '../../web/widgets/links.tsx'
import { ProgressBar } from '../../web/widgets/progress-bar.tsx'
import { Card } from './card.tsx'
import type { TaskOf } from './contract.ts'

const texts = homeTexts.survey
const figure = (count: number): string => formatFigure(String(count))

/** A survey under way: answers so far, who has too few, until when, and the way there. */
export const SurveyCard = ({ survey, answers, wanted, short, closesOn }: TaskOf<'survey'>) => (
  <Card
    title={survey.title}
    {...(closesOn && { under: texts.until(formatDate(closesOn)) })}
    action={
      <LinkButton to="/dieu-tra/$surveyId" params={{ surveyId: survey.id }}>
        {texts.open}
      </LinkButton>
    }
  >
    {wanted > 0 ? (
      <ProgressBar done={Math.min(answers, wanted)} of={wanted} what={texts.answers} />
    ) : (
      <Text>{texts.came(figure(answers))}</Text>
    )}
    {short > 0 && <Text size="sm">{texts.short(figure(short))}</Text>}
  </Card>
)
