import { Badge } from '@mantine/core'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { PlanView } from './contract.ts'
import { EntryList } from './entry-list.tsx'
import { changesOf, freshId } from './plan-context.ts'

const words = improvementWords.recommendations

/** What is asked of others, by addressee, with the answer. */
export const RecommendationsTab = ({ view }: { readonly view: PlanView }) => {
  const answers = new Map(view.answers.map((answer) => [answer.id, answer]))
  return (
    <EntryList
      view={view}
      part="recommendations"
      title={words.caption}
      add={words.add}
      empty={words.empty}
      next={words.emptyHint}
      mayChange={changesOf(view).lists}
      nameOf={({ text }) => text}
      fresh={() => ({ id: freshId('r', view.plan.recommendations) })}
      fields={[
        { key: 'addressee', label: words.addressee, kind: 'text', isRequired: true },
        { key: 'text', label: words.text, kind: 'long', isRequired: true },
        { key: 'onCriteria', label: words.onCriteria, kind: 'yes' },
        { key: 'answer', label: words.answer, kind: 'long' },
        { key: 'answeredOn', label: words.answeredOn, kind: 'date' },
      ]}
      columns={[
        { key: 'addressee', title: words.addressee, width: 200, cell: ({ addressee }) => addressee },
        {
          key: 'text',
          title: words.text,
          isRowHeader: true,
          cell: ({ text, onCriteria }) => (
            <>
              {text} {onCriteria && <Badge color="gray">{words.onCriteriaShort}</Badge>}
            </>
          ),
        },
        {
          key: 'answer',
          title: words.answer,
          cell: ({ id, answer, answeredOn }) => {
            const official = answers.get(id)
            if (official) return words.officialAnswer(official.text, formatDate(official.on), official.framework)
            return answer ? `${answer}${answeredOn ? ` (${formatDate(answeredOn)})` : ''}` : ''
          },
        },
        {
          key: 'state',
          title: words.state,
          width: 130,
          cell: ({ id, answer }) => {
            const official = answers.get(id)
            if (official)
              return <Badge color={official.outcome === 'declined' ? 'gray' : 'green'}>{words.outcomes[official.outcome]}</Badge>
            return <Badge color={answer ? 'green' : 'yellow'}>{answer ? words.answered : words.open}</Badge>
          },
        },
      ]}
    />
  )
}
