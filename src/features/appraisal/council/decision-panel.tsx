import { Alert, Button, Group, List, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { councilTexts } from '../../../language/pages/council.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type AgendaItem, councilRoutes } from '../council-contract.ts'
import { sideText } from './agenda-list.tsx'
import classes from './council.module.css'

interface Props {
  readonly cycleId: string
  readonly item: AgendaItem
  readonly onDone: () => void
}

interface Draft {
  readonly status: 'scored' | 'notApplicable'
  readonly points: string
  readonly reason: string
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstained: number
}

const draftOf = ({ decision, voters }: AgendaItem): Draft => ({
  status: decision?.status === 'notApplicable' ? 'notApplicable' : 'scored',
  points: decision?.points?.replace('.', ',') ?? '',
  reason: decision?.reason ?? '',
  votesFor: decision?.votesFor ?? voters,
  votesAgainst: decision?.votesAgainst ?? 0,
  abstained: decision?.abstained ?? 0,
})

const sideAsDraft = (side: { readonly status: string; readonly points?: string | undefined } | undefined): Partial<Draft> =>
  side?.status === 'notApplicable'
    ? { status: 'notApplicable', points: '' }
    : { status: 'scored', points: side?.points?.replace('.', ',') ?? '' }

const useDecision = ({ cycleId, item, onDone }: Props) => {
  const [draft, setDraft] = useState(() => draftOf(item))
  const decide = useChange(councilRoutes.decide, { refreshes: [councilRoutes.agenda] })
  const record = async (): Promise<void> => {
    const { status, points, ...rest } = draft
    const body = { nodeId: item.nodeId, version: item.version, status, ...(status === 'scored' && { points: points.trim() }), ...rest }
    const outcome = await decide.run({ params: { cycleId, unitId: item.unit.id }, body })
    if (outcome.ok) onDone()
  }
  return { draft, change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }), record, decide }
}

/** One matter in hand: all figures side by side, the proposal, the votes, the reason. */
export const DecisionPanel = (props: Props) => {
  const { item } = props
  const form = useDecision(props)
  const { draft, change } = form
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      void form.record()
    }
    const isTyping = event.target instanceof HTMLElement && event.target.matches('textarea, input')
    if (isTyping || event.ctrlKey) return
    if (event.key.toLowerCase() === 't') change(sideAsDraft(item.claim))
    if (event.key.toLowerCase() === 'g') change(sideAsDraft(item.given.at(-1)))
  }
  return (
    <Stack gap="sm" onKeyDown={onKeyDown} tabIndex={-1}>
      <div>
        <Text size="sm" c="gray.7">
          {item.unit.name} · {item.area}
        </Text>
        <Title order={2} size="h3">
          {item.code} {item.name}
        </Title>
      </div>
      {item.isOvertaken && <Alert color="yellow">{councilTexts.overtaken}</Alert>}
      <Sides item={item} />
      {item.canDecide ? (
        <>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => change(sideAsDraft(item.claim))}>
              {councilTexts.choices.claim}
            </Button>
            <Button size="xs" variant="default" onClick={() => change(sideAsDraft(item.given.at(-1)))}>
              {councilTexts.choices.keep}
            </Button>
          </Group>
          <TextInput
            label={councilTexts.proposal}
            inputMode="decimal"
            value={draft.status === 'notApplicable' ? sideText(draft) : draft.points}
            onChange={(event) => change({ status: 'scored', points: event.currentTarget.value.replace(/[^\d.,-]/g, '') })}
          />
          <Votes draft={draft} item={item} onChange={change} />
          <Textarea
            label={councilTexts.reason}
            autosize
            minRows={2}
            maxLength={4000}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          {form.decide.refused && <ErrorState refused={form.decide.refused} />}
          <Button
            loading={form.decide.isRunning}
            disabled={!draft.reason.trim() || (draft.status === 'scored' && !draft.points.trim())}
            onClick={() => void form.record()}
          >
            {councilTexts.record}
          </Button>
        </>
      ) : (
        <Text c="gray.7">{councilTexts.cannotDecide}</Text>
      )}
    </Stack>
  )
}

const Votes = ({
  draft,
  item,
  onChange,
}: {
  readonly draft: Draft
  readonly item: AgendaItem
  readonly onChange: (part: Partial<Draft>) => void
}) => (
  <div>
    <Group gap="sm" wrap="nowrap" align="flex-end">
      {(['votesFor', 'votesAgainst', 'abstained'] as const).map((name) => (
        <NumberInput
          key={name}
          label={councilTexts[name]}
          min={0}
          max={999}
          allowDecimal={false}
          value={draft[name]}
          onChange={(value) => onChange({ [name]: Number(value) || 0 })}
        />
      ))}
    </Group>
    <Text size="sm" c="gray.7">
      {councilTexts.voters(item.voters, item.excluded)}
    </Text>
  </div>
)

const Sides = ({ item }: { readonly item: AgendaItem }) => (
  <>
    <List size="sm">
      <List.Item>
        {councilTexts.columns.max}: {formatFigure(item.maxPoints)}
      </List.Item>
      <List.Item>
        {councilTexts.columns.claimed}: {sideText(item.claim)}
        {item.claim?.explanation && <blockquote className={classes.quote}>{item.claim.explanation}</blockquote>}
      </List.Item>
      {item.given.map((each) => (
        <List.Item key={each.round}>
          {labelsVi.rounds[each.round]}: {sideText(each)}
          {each.reason && <blockquote className={classes.quote}>{each.reason}</blockquote>}
        </List.Item>
      ))}
    </List>
    {item.explained?.text && (
      <div>
        <Text fw={600}>{councilTexts.unitSays}</Text>
        <blockquote className={classes.quote}>{item.explained.text}</blockquote>
        {item.explained.documents.map(({ id, title, number }) => (
          <Text key={id} size="sm">
            {[number, title].filter(Boolean).join(': ')}
          </Text>
        ))}
      </div>
    )}
  </>
)
