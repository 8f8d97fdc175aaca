import { Badge } from '@mantine/core'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { PlanView } from './contract.ts'
import { EntryList } from './entry-list.tsx'
import { changesOf, freshId } from './plan-context.ts'

const words = improvementWords.recommendations

/** What is asked of others, by addressee, with the answer. */
export const RecommendationsTab = ({ view }: { readonly view: PlanView }) => (
  <EntryList
    view={view}
    part="recommendations"
    title={words.caption}
    add={words.add}
    empty={words.empty}
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
        cell: ({ answer, answeredOn }) => (answer ? `${answer}${answeredOn ? ` (${formatDate(answeredOn)})` : ''}` : ''),
      },
      {
        key: 'state',
        title: words.state,
        width: 130,
        cell: ({ answer }) => <Badge color={answer ? 'green' : 'yellow'}>{answer ? words.answered : words.open}</Badge>,
      },
    ]}
  />
)
