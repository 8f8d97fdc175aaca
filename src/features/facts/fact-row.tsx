import { Alert, Button, Group, Text } from '@mantine/core'
import { type FactKey, factField } from '../../core/facts/fact-catalogue.ts'
import { parseFact } from '../../core/facts/parse-fact.ts'
import { factLabels } from '../../language/fact-labels.ts'
import { factChoices } from '../../language/fact-words.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { factsTexts as texts } from '../../language/pages/facts.ts'
import type { Entry } from '../../web/widgets/autosave/autosave-state.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { Moment } from '../../web/widgets/figures.tsx'
import { type FactRegister, factRoutes, type NeededFact, type PredecessorFacts, type StoredFact } from './contract.ts'
import classes from './facts.module.css'
import { ListTable } from './list-table.tsx'
import { PlainField } from './plain-field.tsx'
import { canTakeOver, type Draft, isEmpty, plainText, takenOver } from './register-values.ts'
import type { OpenRegister } from './use-register.ts'

/** A value in a line of text. */
export const factText = (key: FactKey, value: Draft): string => {
  const { type } = factField(key)
  if (isEmpty(value)) return texts.none
  if (typeof value !== 'string') return texts.lines(formatFigure(String(value.length)))
  if (type === 'flag') return value === 'true' ? texts.yes : texts.no
  return type === 'choice' ? (factChoices[value] ?? value) : plainText(type === 'list' ? 'text' : type, value)
}

interface Props {
  readonly factKey: FactKey
  readonly register: OpenRegister
  readonly stored: StoredFact | undefined
  readonly previous: Draft | undefined
  readonly year: number
  readonly leaves: NeededFact['leaves']
  readonly predecessors: readonly PredecessorFacts[]
  readonly unitId: string
  /** The unit with which the person may share the fact. */
  readonly above: FactRegister['above'] | undefined
  readonly readOnly: boolean
}

const errorOf = (key: FactKey, { view, clashes, draftAt }: OpenRegister): string | undefined => {
  const draft = draftAt(key)
  const { type } = factField(key)
  if (!isEmpty(draft) && !parseFact(key, draft).ok) return texts.wrong[type]
  const clash = clashes.get(key)
  if (clash?.part === key) return texts.abovePart(factLabels[clash.whole], factText(clash.whole, draftAt(clash.whole)))
  if (clash) return texts.belowPart(factLabels[clash.part], factText(clash.part, draftAt(clash.part)))
  return view.entries.get(key)?.refused?.join(' ')
}

/** One field of the register: what stands, where it came from, last year's beside it. */
export const FactRow = (props: Props) => {
  const { factKey, register, previous, year, readOnly } = props
  const field = factField(factKey)
  const label = factLabels[factKey]
  const draft = register.draftAt(factKey)
  const error = errorOf(factKey, register)
  const entry = register.view.entries.get(factKey)
  const put = (value: Draft): void => register.autosave.edit([{ id: factKey, value }], factKey)
  return (
    <div className={classes.row} data-list={field.type === 'list'}>
      <div className={classes.field}>
        {field.type === 'list' ? (
          <>
            <Text fw={500} size="sm">
              {label}
            </Text>
            <ListTable
              label={label}
              columns={field.columns ?? {}}
              lines={typeof draft === 'string' ? [] : draft}
              readOnly={readOnly}
              onChange={(lines) => put(lines)}
            />
            {error && (
              <Text c="red.8" size="sm" role="alert">
                {error}
              </Text>
            )}
          </>
        ) : (
          <PlainField
            label={label}
            field={field}
            value={typeof draft === 'string' ? draft : ''}
            error={error}
            readOnly={readOnly}
            onChange={(typed) => put(typed)}
          />
        )}
        <Origin {...props} />
        <OfPredecessors {...props} />
      </div>
      <Previous factKey={factKey} value={previous} year={year - 1} {...(!readOnly && { onTake: put })} />
      {entry && <Conflict factKey={factKey} entry={entry} onSettle={(keep) => register.autosave.settle(factKey, keep)} />}
    </div>
  )
}

const Origin = ({ stored, leaves, unitId, year, above }: Props) => (
  <Text size="xs" c="gray.7" component="div">
    {leaves.length > 0 && `${texts.usedBy} `}
    {leaves.map(({ cycleId, unitId: of, nodeId, code }, index) => (
      <span key={`${cycleId} ${nodeId}`}>
        {index > 0 && ', '}
        <PageLink size="xs" to="/tu-danh-gia/$cycleId/$unitId" params={{ cycleId, unitId: of }} search={{ 'tieu-chi': nodeId }}>
          {code}
        </PageLink>
      </span>
    ))}
    {leaves.length > 0 && '. '}
    {stored && (
      <>
        {stored.source ? `${texts.source(stored.source)}, ` : stored.changedBy && `${texts.by(stored.changedBy.name)}, `}
        <Moment value={stored.changedAt} />
      </>
    )}
    {stored && above && <Sharing fact={stored} place={{ unitId, year }} above={above.name} />}
  </Text>
)

interface SharingProps {
  readonly fact: StoredFact
  readonly place: { readonly unitId: string; readonly year: number }
  readonly above: string
}

/** Whether the unit above uses the fact too, and the way to let it or no longer. */
const Sharing = ({ fact: { key, version, isShared }, place, above }: SharingProps) => {
  const share = useChange(factRoutes.share, { refreshes: [factRoutes.register] })
  return (
    <Group gap="xs">
      {isShared && <span>{texts.isShared(above)}</span>}
      <Button
        size="compact-xs"
        variant="transparent"
        px={0}
        loading={share.isRunning}
        aria-label={isShared ? texts.unshareOf(factLabels[key]) : texts.shareOf(factLabels[key], above)}
        onClick={() => void share.run({ params: place, body: { facts: [{ key, version }], isShared: !isShared } })}
      >
        {isShared ? texts.unshare : texts.share}
      </Button>
      {share.refused && <span role="alert">{share.refused.problems[0]?.message}</span>}
    </Group>
  )
}

/** What units that were merged into this one had of the year, each for its own months. */
const OfPredecessors = ({ factKey, predecessors }: Props) =>
  predecessors.flatMap(({ unit, until, facts }) => {
    const fact = facts.find(({ key }) => key === factKey)
    return fact
      ? [
          <Text key={unit.id} size="xs" c="gray.8">
            {texts.ofPredecessor(unit.name, formatDate(until), factText(factKey, fact.value))}
          </Text>,
        ]
      : []
  })

interface PreviousProps {
  readonly factKey: FactKey
  readonly value: Draft | undefined
  readonly year: number
  readonly onTake?: (value: Draft) => void
}

const Previous = ({ factKey, value, year, onTake }: PreviousProps) => (
  <div className={classes.previous}>
    <Text size="sm" c="gray.7">
      {texts.previous(year)}: {value === undefined ? texts.noPrevious : factText(factKey, value)}
    </Text>
    {value !== undefined && onTake && canTakeOver(factKey) && (
      <Button
        size="compact-xs"
        variant="default"
        aria-label={texts.takeOf(factLabels[factKey], year)}
        onClick={() => onTake(takenOver(factKey, value))}
      >
        {texts.take}
      </Button>
    )}
  </div>
)

interface ConflictProps {
  readonly factKey: FactKey
  readonly entry: Entry<Draft>
  readonly onSettle: (keep: 'mine' | 'theirs') => void
}

/** Two people entered the same fact: both stand side by side until one is chosen. */
const Conflict = ({ factKey, entry: { conflict, value }, onSettle }: ConflictProps) =>
  conflict ? (
    <Alert color="red" title={texts.conflictTitle(conflict.by ?? texts.somebody)} role="alert" className={classes.conflict}>
      <Group gap="xl">
        <Text size="sm">
          {texts.theirs}: <b>{factText(factKey, conflict.value)}</b>
        </Text>
        <Text size="sm">
          {texts.mine}: <b>{factText(factKey, value)}</b>
        </Text>
      </Group>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => onSettle('theirs')}>
          {texts.keepTheirs}
        </Button>
        <Button size="xs" onClick={() => onSettle('mine')}>
          {texts.keepMine}
        </Button>
      </Group>
    </Alert>
  ) : null
