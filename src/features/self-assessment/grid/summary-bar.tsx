import { Button, Progress, Text } from '@mantine/core'
import { formatFigure, formatPercent } from '../../../language/format.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import { isUnsaved } from '../../../web/widgets/autosave/autosave-state.ts'
import { SaveState } from '../../../web/widgets/save-state.tsx'
import classes from './summary.module.css'
import { select } from './move.ts'
import { sameClaim, type SheetState } from './entry.ts'
import { useSession, useSheet, useTotal } from './use-session.ts'

const count = (state: SheetState, which: 'held' | 'conflict'): number => [...state.entries.values()].filter((entry) => entry[which]).length

/** How far, how much, whether it is saved, and the way to submit where it is the person's to submit; stays in sight. */
export const SummaryBar = ({ target, onSubmit }: { readonly target: string | undefined; readonly onSubmit?: () => void }) => {
  const { canChange } = useSession()
  const total = useTotal('')
  if (!total) return null
  return (
    <section className={classes.bar} aria-label={texts.total}>
      <div className={classes.total}>
        <span className={classes.label}>{texts.total}</span>
        <span className={classes.points}>{formatFigure(total.points)}</span>
        <span>
          {texts.outOf(formatFigure(total.appliedMax))}
          {total.answered > 0 && total.percent ? ` (${formatPercent(total.percent)})` : ''}
        </span>
      </div>
      <div className={classes.progress}>
        <span>{texts.progress(formatFigure(String(total.answered)), formatFigure(String(total.leaves)))}</span>
        <Progress
          value={total.leaves === 0 ? 0 : (100 * total.answered) / total.leaves}
          aria-label={texts.progress(String(total.answered), String(total.leaves))}
          color={total.answered === total.leaves ? 'green' : 'navy'}
          radius="sm"
        />
      </div>
      {target !== undefined && (
        <span className={classes.target} title={texts.targetOfPlanHint}>
          {texts.targetOfPlan(formatFigure(target))}
        </span>
      )}
      {canChange && (
        <>
          <Ways />
          <Saved />
          {onSubmit && (
            <Button onClick={onSubmit} className="no-print">
              {texts.submit.open}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

/** Where there is something left to do. */
const Ways = () => {
  const session = useSession()
  const refused = useSheet((state) => count(state, 'held'))
  const conflicts = useSheet((state) => count(state, 'conflict'))
  const goTo = (which: (nodeId: string) => boolean): void => {
    const own = session.rows.ownIds
    const from = own.indexOf(session.selection.get()?.nodeId ?? '')
    const found = [...own.slice(from + 1), ...own.slice(0, from + 1)].find(which)
    if (found) select(session, found)
  }
  const entryOf = (nodeId: string) => session.sheet.view().entries.get(nodeId)
  return (
    <div className={classes.ways}>
      {refused > 0 && (
        <Button size="compact-sm" variant="light" color="red" onClick={() => goTo((nodeId) => entryOf(nodeId)?.held !== undefined)}>
          {texts.refusedCount(refused)}
        </Button>
      )}
      {conflicts > 0 && (
        <Button size="compact-sm" variant="light" color="yellow" onClick={() => goTo((nodeId) => entryOf(nodeId)?.conflict !== undefined)}>
          {texts.conflictCount(conflicts)}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => goTo((nodeId) => entryOf(nodeId)?.value.status === 'missing')}>
        {texts.nextGap}
      </Button>
    </div>
  )
}

const Saved = () => {
  const session = useSession()
  const saving = useSheet((view) => view.saving)
  const closed = useSheet((view) => view.closed)
  const unsaved = useSheet(({ entries }) => [...entries.values()].filter((entry) => !entry.conflict && isUnsaved(entry, sameClaim)).length)
  if (closed !== undefined)
    return (
      <Text role="alert" size="sm" c="red.8">
        {closed}
      </Text>
    )
  if (saving === 'notSaved' && unsaved > 0)
    return (
      <Text role="status" size="sm" c="red.8">
        {texts.waiting(unsaved)}{' '}
        <Button size="compact-xs" variant="default" onClick={() => void session.sheet.flush()}>
          {texts.tryNow}
        </Button>
      </Text>
    )
  return <SaveState state={saving === 'notSaved' ? undefined : saving} />
}
