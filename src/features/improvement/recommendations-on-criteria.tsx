import { Badge, Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes } from './contract.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { textOf } from './entry-fields.tsx'
import { type RecommendationAnswer, type RecommendationLine, recommendationOutcomes } from './follow-contract.ts'

const words = improvementWords.overview
const asked = improvementWords.recommendations

interface DialogProps {
  readonly line: RecommendationLine
  readonly drafts: readonly { readonly id: string; readonly title: string }[]
  readonly onClose: () => void
}

const AnswerDialog = ({ line, drafts, onClose }: DialogProps) => {
  const answer = useChange(improvementRoutes.answerRecommendation)
  return (
    <EntryDialog
      title={words.answer}
      act={words.answer}
      fields={[
        {
          key: 'outcome',
          label: asked.state,
          kind: 'choice',
          isRequired: true,
          choices: recommendationOutcomes.map((value) => ({ value, label: asked.outcomes[value] })),
        },
        { key: 'text', label: asked.answer, kind: 'long', isRequired: true },
        {
          key: 'frameworkId',
          label: words.draft,
          kind: 'choice',
          choices: drafts.map(({ id, title }) => ({ value: id, label: title })),
          hint: () => words.draftHint,
        },
      ]}
      initial={{ outcome: line.outcome ?? '', text: line.outcome ? (line.answer ?? '') : '', frameworkId: line.framework?.id ?? '' }}
      more={() => <Text c="gray.7">{`${line.unit.name}: ${line.text}`}</Text>}
      isRunning={answer.isRunning}
      refused={answer.refused}
      onClose={onClose}
      onSave={async (values) => {
        const frameworkId = textOf(values, 'frameworkId')
        const body = {
          outcome: textOf(values, 'outcome') as RecommendationAnswer['outcome'],
          text: textOf(values, 'text'),
          ...(frameworkId !== '' && { frameworkId }),
        }
        const params = { planId: line.planId, recommendationId: line.id }
        if ((await answer.run({ params, body, ifMatch: line.version })).ok) onClose()
      }}
    />
  )
}

const State = ({ line }: { readonly line: RecommendationLine }) =>
  line.outcome ? (
    <Badge color={line.outcome === 'declined' ? 'gray' : 'green'}>{asked.outcomes[line.outcome]}</Badge>
  ) : (
    <Badge color="yellow">{asked.open}</Badge>
  )

const Answer = ({ line: { answer, answeredOn, framework } }: { readonly line: RecommendationLine }) => (
  <>
    {answer ?? ''}
    {answeredOn && ` (${formatDate(answeredOn)})`}
    {framework && (
      <Text size="sm">
        {words.proposalFor}{' '}
        <PageLink to="/bo-tieu-chi/$frameworkId" params={{ frameworkId: framework.id }}>
          {framework.title}
        </PageLink>
      </Text>
    )}
  </>
)

/** What units ask to have changed in the criteria; the office that owns them answers, and takes up what becomes a proposal for the next version. */
export const RecommendationsOnCriteria = () => {
  const [after, setAfter] = useState<string>()
  const [open, setOpen] = useState<RecommendationLine>()
  const call = useCall(improvementRoutes.recommendations, { query: after === undefined ? {} : { after } })
  const mayAnswer = holdsAny(useSignedIn(), ['methodOwner'])
  return (
    <Loaded call={call}>
      {({ recommendations, drafts, next }) => (
        <Stack gap="xs" component="section">
          <Title order={2} size="h3">
            {words.recommendations}
          </Title>
          <Text c="gray.7">{recommendations.length === 0 ? words.noRecommendations : words.recommendationsLead}</Text>
          {recommendations.length > 0 && (
            <DataTable
              caption={words.recommendations}
              isCaptionHidden
              columns={[
                { key: 'unit', title: words.unit, width: 200, cell: ({ unit }) => unit.name },
                { key: 'text', title: words.text, isRowHeader: true, cell: ({ text }) => text },
                { key: 'to', title: asked.addressee, width: 160, cell: ({ addressee }) => addressee },
                { key: 'state', title: asked.state, width: 150, cell: (line) => <State line={line} /> },
                { key: 'answer', title: asked.answer, cell: (line) => <Answer line={line} /> },
                {
                  key: 'act',
                  title: improvementWords.acts,
                  isScreenOnly: true,
                  width: 100,
                  cell: (line) =>
                    mayAnswer && (
                      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(line)} aria-label={`${words.answer}: ${line.text}`}>
                        {words.answer}
                      </Button>
                    ),
                },
              ]}
              rows={recommendations}
              keyOf={({ planId, id }) => `${planId} ${id}`}
            />
          )}
          {next && (
            <Button variant="default" onClick={() => setAfter(next)}>
              {words.more}
            </Button>
          )}
          {open && <AnswerDialog line={open} drafts={drafts} onClose={() => setOpen(undefined)} />}
        </Stack>
      )}
    </Loaded>
  )
}
