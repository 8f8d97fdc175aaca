import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { partTexts } from '../../../language/pages/parts.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import { localDrafts } from '../../../web/widgets/autosave/local-drafts.ts'
import { lastMoment, Moment } from '../../../web/widgets/figures.tsx'
import { useSignedIn, useTimeZone } from '../../../web/widgets/session.ts'
import type { Sheet } from '../contract.ts'
import { undoLast } from './edits.ts'
import type { Claim, Typed } from './entry.ts'
import { draftsName } from './session.ts'
import { fillableRows, takeFromRegister } from './register-facts.ts'
import { useSession, useSheet } from './use-session.ts'

/** What the officer should know before starting: given back and why, closed and why, what came back from the last visit. */
export const Notices = ({ sheet }: { readonly sheet: Sheet }) => (
  <Stack gap="sm" mb="sm">
    {sheet.returned && (
      <Alert color="yellow" title={texts.returned(sheet.returned.by)}>
        <Text>{sheet.returned.reason}</Text>
        <Text size="sm" c="gray.8">
          <Moment value={sheet.returned.at} />
        </Text>
      </Alert>
    )}
    <Closed sheet={sheet} />
    {!sheet.ownPart && <WhatIsScored />}
    <Restored />
    <FromRegister />
    {sheet.closedBecause && <KeptButClosed sheet={sheet} />}
  </Stack>
)

/** Which criteria are the unit's to score, and where the others come from: the figures of the whole set and of this sheet differ by these. */
const WhatIsScored = () => {
  const { rows } = useSession()
  const leaves = rows.all.filter(({ isLeaf }) => isLeaf)
  const others = leaves.filter(({ isOwn }) => !isOwn)
  const withFacts = rows.own.filter(({ node }) => factsRuleOf(node) !== undefined)
  const sources = [...new Set(others.map(({ node }) => labelsVi.sources[node.source].toLocaleLowerCase('vi')))]
  return (
    <Text size="sm" c="gray.8">
      {texts.ownPart(rows.own.length, withFacts.length)} {others.length > 0 && texts.othersPart(others.length, sources)}
    </Text>
  )
}

const closedWords = (because: NonNullable<Sheet['closedBecause']>): string => {
  if (because === 'part') return partTexts.closed
  return texts.closed[because === 'role' ? 'role' : 'stage']
}

const Closed = ({ sheet }: { readonly sheet: Sheet }) => {
  const timeZone = useTimeZone()
  if (!sheet.closedBecause) return null
  if (sheet.submittedAt)
    return (
      <Alert color="green" title={texts.closed.submitted(sheet.submittedBy?.name)}>
        <Moment value={sheet.submittedAt} />
        {sheet.submittedHash && (
          <Text size="xs" c="gray.8" style={{ overflowWrap: 'anywhere' }}>
            {texts.hash(sheet.submittedHash)}
          </Text>
        )}
      </Alert>
    )
  const words =
    sheet.closedBecause === 'deadline' && sheet.deadline ? texts.closed.deadline(lastMoment(sheet.deadline.closes, timeZone)) : undefined
  return <Alert color="gray">{words ?? closedWords(sheet.closedBecause)}</Alert>
}

const Restored = () => {
  const session = useSession()
  const [isShown, setShown] = useState(session.restored > 0)
  if (!isShown) return null
  return (
    <Alert color="navy" role="status">
      <Group justify="space-between">
        {texts.restored(session.restored)}
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            undoLast(session)
            setShown(false)
          }}
        >
          {texts.undo}
        </Button>
      </Group>
    </Alert>
  )
}

/** What was typed but came too late is shown, so that it can be copied. */
const KeptButClosed = ({ sheet }: { readonly sheet: Sheet }) => {
  const { person } = useSignedIn()
  const session = useSession()
  const [kept] = useState(() => localDrafts<Claim, Typed>(draftsName(person.id, sheet.cycle.id, sheet.unit.id)))
  const [entries, setEntries] = useState(() => kept.read())
  if (entries.length === 0) return null
  return (
    <Alert color="yellow" title={texts.keptButClosed(entries.length)}>
      <List size="sm">
        {entries.map(({ id, value, held }) => (
          <List.Item key={id}>
            {texts.keptLine(
              session.rows.byId.get(id)?.node.code ?? id,
              [held?.text ?? formatFigure(value.points ?? ''), value.explanation].filter(Boolean).join(' – '),
            )}
          </List.Item>
        ))}
      </List>
      <Button
        mt="sm"
        variant="default"
        size="compact-sm"
        onClick={() => {
          kept.write([])
          setEntries([])
        }}
      >
        {texts.forget}
      </Button>
    </Alert>
  )
}

/** Criteria that the register of facts can fill; a person says so once for all of them. */
const FromRegister = () => {
  const session = useSession()
  useSheet(({ entries }) => entries)
  const rows = session.canChange ? fillableRows(session) : []
  if (rows.length === 0) return null
  const fill = (): void => {
    for (const row of rows) {
      const entry = session.sheet.view().entries.get(row.id)
      if (entry) takeFromRegister(session, row, entry)
    }
  }
  return (
    <Alert color="blue">
      <Group justify="space-between">
        <Text>{texts.panel.fillAll(rows.length)}</Text>
        <Button size="xs" onClick={fill}>
          {texts.panel.takeAll}
        </Button>
      </Group>
    </Alert>
  )
}
