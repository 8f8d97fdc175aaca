import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { errorAt, type Problem } from '../../../core/problem.ts'
import type { VersionCopies } from '../../../contract/copy-shapes.ts'
import { checkSubmission } from '../../../core/self-assessment/check-submission.ts'
import { formatFigure, formatPercent } from '../../../language/format.ts'
import { partTexts } from '../../../language/pages/parts.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { speakProblem } from '../../../language/problem-sentence.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { isKeptHereOnly } from '../../../web/widgets/autosave/autosave-state.ts'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { ProblemList } from '../../../web/widgets/problem-list.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type Sheet, selfAssessmentRoutes } from '../contract.ts'
import { submissionCopyRoutes } from '../copies/contract.ts'
import { copiesId } from '../copies/sheet-copies.tsx'
import { flagRoutes } from '../flags/contract.ts'
import { select } from './move.ts'
import classes from './panel.module.css'
import { claimsOf, sameClaim } from './entry.ts'
import { useSession, useSheet, useTotal } from './use-session.ts'

const texts = selfAssessmentTexts.submit

interface Props {
  readonly sheet: Sheet
  readonly evidence: ReadonlyMap<string, number>
  readonly onClose: () => void
  /** Leads to where the signed copy is handed in. */
  readonly onCopies: () => void
}

/** Problems as the list shows them. */
const spoken = (problems: readonly Problem[]) => problems.map((problem) => ({ ...speakProblem(problem) }))

/** The signed copy that the cycle asks for and that is not there, or is of what stood before. */
const copyDue = (copies: VersionCopies | undefined): readonly Problem[] =>
  !copies || copies.demand === 'none' || copies.isProved
    ? []
    : [
        copies.copies.length > 0
          ? errorAt('proofOfOtherVersion', copiesId, {})
          : errorAt('proofDue', copiesId, { asked: copies.demand, of: 'submission' }),
      ]

/** What still stands against submitting, each with the way to its place; then the act itself. */
export const SubmitDialog = ({ sheet, evidence, onClose, onCopies }: Props) => {
  const session = useSession()
  const signedIn = useSignedIn()
  const state = useSheet((view) => view)
  const [acceptsMissing, setAccepts] = useState(false)
  const [hint, setHint] = useState<string>()
  const [key] = useState(intentionKey)
  const submit = useChange(selfAssessmentRoutes.submit)
  const flags = useCall(flagRoutes.flags, { params: { cycleId: sheet.cycle.id, unitId: sheet.unit.id } })
  const absent = useMemo(() => new Set(flags.value?.absences.map(({ nodeId }) => nodeId)), [flags.value])
  const problems = useMemo(
    () =>
      checkSubmission(
        session.framework.nodes,
        claimsOf(state),
        (nodeId) => evidence.get(nodeId) ?? 0,
        acceptsMissing,
        (nodeId) => absent.has(nodeId),
      ),
    [session, state, evidence, acceptsMissing, absent],
  )
  const copies = useCall(submissionCopyRoutes.copies, { params: { cycleId: sheet.cycle.id, unitId: sheet.unit.id } })
  const missing = problems.filter(({ code }) => code === 'unanswered').length
  const act = async (): Promise<void> => {
    if (missing > 0 && !acceptsMissing) return setHint(texts.missing)
    await session.sheet.flush()
    if ([...session.sheet.view().entries.values()].some((entry) => isKeptHereOnly(entry, sameClaim))) return setHint(texts.unsaved)
    const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
    const outcome = await submit.run({
      params,
      body: { acceptsMissing },
      ifMatch: sheet.version,
      idempotencyKey: `${key}.${acceptsMissing}`,
    })
    if (outcome.ok) onClose()
  }
  const jump = (nodeId: string): void => {
    onClose()
    // After the dialog has given the focus back to its button.
    setTimeout(() => (nodeId === copiesId ? onCopies() : select(session, nodeId)), 50)
  }
  return (
    <Modal opened onClose={onClose} title={texts.title} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="md">
        <Summary />
        <div className={classes.problems}>
          <ProblemList problems={spoken([...copyDue(copies.value), ...problems])} onPlace={jump} />
        </div>
        {missing > 0 && (
          <Checkbox
            label={texts.acceptsMissing(missing)}
            checked={acceptsMissing}
            onChange={(event) => setAccepts(event.currentTarget.checked)}
          />
        )}
        <Text size="sm">{texts.freezes}</Text>
        <Approval sheet={sheet} isHead={holdsAny(signedIn, ['headOfUnit'])} />
        {hint && (
          <Text role="alert" c="red.8">
            {hint}
          </Text>
        )}
        {submit.refused && <ErrorState refused={submit.refused} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
          <Button onClick={() => void act()} loading={submit.isRunning} data-autofocus>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Who approves; where divisions have parts, what still stands against it. */
const Approval = ({ sheet: { parts }, isHead }: { readonly sheet: Sheet; readonly isHead: boolean }) => (
  <>
    {parts && parts.merged < parts.all && (
      <Text size="sm" c="red.8">
        {partTexts.submit.open(parts.merged, parts.all)}
      </Text>
    )}
    <Text size="sm">{isHead ? texts.asHead : parts ? partTexts.submit.head : texts.asOfficer}</Text>
  </>
)

const Summary = () => {
  const total = useTotal('')
  if (!total) return null
  const percent = total.percent ? formatPercent(total.percent) : ''
  return <Text fw={600}>{texts.summary(formatFigure(total.points), formatFigure(total.appliedMax), percent)}</Text>
}
