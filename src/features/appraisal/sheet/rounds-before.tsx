import { Alert, List, Text } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { Moment } from '../../../web/widgets/figures.tsx'
import type { AppraisalLeaf } from '../shapes.ts'
import classes from './sheet.module.css'

const figureOf = ({ status, points }: { readonly status: string; readonly points?: string | undefined }): string => {
  if (status === 'notApplicable') return appraisalTexts.notApplicable
  return points === undefined ? '–' : formatFigure(points)
}

/** What each round before gave, with its reason. */
export const RoundsBefore = ({ leaf: { earlier, decision, isMatter } }: { readonly leaf: AppraisalLeaf }) => {
  if (earlier.length === 0) return null
  return (
    <div>
      <Text fw={600}>{appraisalTexts.rounds}</Text>
      <List size="sm">
        {earlier.map((each) => (
          <List.Item key={each.round}>
            {appraisalTexts.roundGave(labelsVi.rounds[each.round], figureOf(each))}
            {each.reason && <blockquote className={classes.quote}>{each.reason}</blockquote>}
          </List.Item>
        ))}
      </List>
      {isMatter && decision?.version === 0 && (
        <Text size="sm" c="red.8">
          {appraisalTexts.carried(figureOf(decision))}
        </Text>
      )}
    </div>
  )
}

/** What the unit answers to the points it was given, with the documents it handed in. */
export const UnitSays = ({ leaf: { explained } }: { readonly leaf: AppraisalLeaf }) => {
  if (!explained) return null
  const { request, answer, text, isWithdrawn, isOvertaken, documents, answeredAt, answeredBy } = explained
  return (
    <div>
      <Text fw={600}>{appraisalTexts.unitSays}</Text>
      {request && <Text size="sm">{`${appraisalTexts.requested}: ${request}`}</Text>}
      <Text size="sm" fw={answer === 'disputed' ? 600 : 400}>
        {isWithdrawn ? appraisalTexts.withdrawn : answer ? appraisalTexts.answers[answer] : appraisalTexts.noAnswer}
      </Text>
      {text && <blockquote className={classes.quote}>{text}</blockquote>}
      {isOvertaken && <Alert color="yellow">{appraisalTexts.answerOvertaken}</Alert>}
      {documents.length > 0 && (
        <>
          <Text size="sm">{appraisalTexts.handedIn}</Text>
          <List size="sm">
            {documents.map(({ id, title, number }) => (
              <List.Item key={id}>{[number, title].filter(Boolean).join(': ')}</List.Item>
            ))}
          </List>
        </>
      )}
      {answeredAt && (
        <Text size="sm" c="gray.7">
          {answeredBy} <Moment value={answeredAt} />
        </Text>
      )}
    </div>
  )
}
