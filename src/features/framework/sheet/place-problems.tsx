import { Button, Group } from '@mantine/core'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { DraftProblemView } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'
import { DismissForm } from './dismiss-form.tsx'
import { SpellingChoice } from './spelling-choice.tsx'
import classes from './sheet.module.css'
import { TotalChoice } from './total-choice.tsx'

interface Props {
  readonly problems: readonly DraftProblemView[]
  /** The two figures of the place; absent where it has none. */
  readonly figures?: { readonly printed: string; readonly derived: string; readonly settled: 'printed' | 'derived' | undefined }
  /** Opens the cell that the problem is about. */
  readonly onFix?: (code: string) => void
}

const words = frameworkTexts.problems

/** Every problem of one place with its sentence and what can be done about it; a sum that differs asks once. */
export const PlaceProblems = ({ problems, figures, onFix }: Props) => {
  const totals = problems.filter(({ problem }) => problem.code === 'totalMismatch')
  const others = problems.filter(({ problem }) => problem.code !== 'totalMismatch')
  const isSettled = totals.every(({ state }) => state === 'settled')
  const at = totals[0]?.problem.at
  return (
    <ul className={classes.problems}>
      {at !== undefined && (
        <li data-state={isSettled ? 'settled' : 'open'} data-blocks={!isSettled}>
          {(!isSettled || !figures?.settled) && totals.map(({ problem, key }) => <p key={key}>{problem.message}</p>)}
          {figures && (!isSettled || figures.settled) && <TotalChoice at={at} {...figures} />}
          {isSettled && !figures?.settled && <p>{words.agreesNow}</p>}
        </li>
      )}
      {others.map((each) => (
        <OtherProblem key={each.key} each={each} onFix={onFix} />
      ))}
    </ul>
  )
}

const OtherProblem = ({ each, onFix }: { readonly each: DraftProblemView; readonly onFix: Props['onFix'] }) => {
  const { view } = useDraft()
  const { problem, state, reason, blocks, canDismiss } = each
  if (state === 'dismissed')
    return (
      <li data-state="dismissed">
        {problem.message} {words.dismissed(reason ?? '')}
      </li>
    )
  return (
    <li data-state="open" data-blocks={blocks}>
      <p>
        {problem.message}
        {problem.line !== undefined && <span className={classes.line}> {words.line(problem.line)}</span>}
      </p>
      {view.canChange && (
        <Group gap="xs">
          <SpellingChoice problem={problem} />
          {onFix && (
            <Button variant="default" size="compact-sm" onClick={() => onFix(problem.code)}>
              {words.fix}
            </Button>
          )}
          {canDismiss && <DismissForm problems={[each]} act={words.dismiss} />}
        </Group>
      )}
    </li>
  )
}
