import { Accordion, Anchor, Group, Paper, Text } from '@mantine/core'
import type { ProblemCode } from '../../core/problem.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import type { DraftProblemView } from './framework-shapes.ts'
import { OtherTables, tablesOf } from './other-tables.tsx'
import { DismissForm } from './sheet/dismiss-form.tsx'
import { useDraft } from './use-draft.ts'

const words = frameworkTexts.problems

interface ProblemGroup {
  readonly title: string
  readonly problems: readonly DraftProblemView[]
}

const titleOf = (code: string): string => words.groups[code as ProblemCode] ?? words.otherGroup

/** Open problems by what they are, those that block first; a sum that differs counts once per row. */
const groupsOf = (problems: readonly DraftProblemView[]): readonly ProblemGroup[] => {
  const groups = new Map<string, DraftProblemView[]>()
  const sorted = [...problems.filter(({ blocks }) => blocks), ...problems.filter(({ blocks }) => !blocks)]
  for (const each of sorted) {
    const title = titleOf(each.problem.code)
    const group = groups.get(title) ?? []
    const isKnown = each.problem.code === 'totalMismatch' && group.some(({ problem }) => problem.at === each.problem.at)
    if (!isKnown) groups.set(title, [...group, each])
  }
  return [...groups].map(([title, list]) => ({ title, problems: list }))
}

/** What is still open, counted and grouped, each leading to its row; and what was handled. */
export const ProblemPanel = ({ onGo }: { readonly onGo: (at: string) => void }) => {
  const { view } = useDraft()
  const open = view.problems.filter(({ state }) => state === 'open')
  const groups = groupsOf(open)
  const counted = groups.flatMap(({ problems }) => problems)
  const blocking = counted.filter(({ blocks }) => blocks).length
  if (open.length === 0)
    return (
      <Paper p="sm" mb="md" role="status">
        {words.none}
      </Paper>
    )
  return (
    <Paper p="sm" mb="md" component="section" aria-label={words.title}>
      <Group gap="md" mb="xs" role="status">
        {blocking > 0 && (
          <Text fw={600} c="red.7">
            {words.blocking(blocking)}
          </Text>
        )}
        <Text>{words.advisory(counted.length - blocking)}</Text>
        <Text c="gray.7">{words.handled(view.problems.length - open.length)}</Text>
      </Group>
      {groups.some(({ problems }) => problems[0]?.problem.code === 'totalMismatch') && (
        <Text size="sm" c="gray.7" mb="xs">
          {words.explain}
        </Text>
      )}
      <Accordion multiple variant="contained" styles={{ label: { paddingBlock: 8 } }} chevronPosition="left">
        {groups.map((group) => (
          <Accordion.Item key={group.title} value={group.problems[0]?.problem.code ?? ''}>
            <Accordion.Control>
              {group.title} ({group.problems.length})
            </Accordion.Control>
            <Accordion.Panel>
              <OneGroup group={group} onGo={onGo} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Paper>
  )
}

const OneGroup = ({ group, onGo }: { readonly group: ProblemGroup; readonly onGo: (at: string) => void }) => {
  const { view } = useDraft()
  const several = group.problems.map(({ problem }) => tablesOf(problem)).find((tables) => tables !== undefined)
  const dismissable = group.problems.filter(({ canDismiss }) => canDismiss)
  return (
    <>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {group.problems.map(({ key, problem }) => (
          <li key={problem.at + key}>
            {several ? (
              problem.message
            ) : (
              <Anchor component="button" type="button" ta="start" onClick={() => onGo(problem.at)}>
                {problem.message}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
      {view.canChange && several && <OtherTables {...several} />}
      {view.canChange && dismissable.length > (several ? 0 : 1) && (
        <DismissForm problems={dismissable} act={words.dismissAll(dismissable.length)} />
      )}
    </>
  )
}
