import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { partTexts } from '../../../language/pages/parts.ts'
import { isKeptHereOnly } from '../../../web/widgets/autosave/autosave-state.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import type { Sheet } from '../contract.ts'
import { sameClaim } from '../grid/entry.ts'
import { useSession } from '../grid/use-session.ts'
import { type Part, partRoutes } from '../parts-contract.ts'
import { PartBadge } from './part-badge.tsx'
import { readsOfParts } from './reads-of-parts.ts'

const { own: texts, acts } = partTexts

/** What somebody of a division sees above its leaves: how far its part is, and what can be done with it. */
export const OwnParts = ({ sheet }: { readonly sheet: Sheet }) => {
  const params = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
  const parts = useCall(partRoutes.parts, { params })
  return (
    <Loaded call={parts}>
      {(value) =>
        value.parts.map((part) => <OwnPart key={part.division.id} part={part} params={params} isOpen={sheet.stage === 'selfAssessing'} />)
      }
    </Loaded>
  )
}

interface Props {
  readonly part: Part
  readonly params: { readonly cycleId: string; readonly unitId: string }
  readonly isOpen: boolean
}

const OwnPart = ({ part, params, isOpen }: Props) => {
  const { division, state, reason, changedBy, answered, leaves, points, appliedMax } = part
  return (
    <Paper p="md" mb="sm" component="section" aria-label={texts.title(division.name)}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Group gap="sm">
            <Title order={2} size="h3">
              {texts.title(division.name)}
            </Title>
            <PartBadge state={state} />
          </Group>
          <Text size="sm">{texts.figures(answered, leaves, formatFigure(points), formatFigure(appliedMax))}</Text>
          <Text size="sm" c="gray.8">
            {state === 'merged' && reason !== undefined ? texts.takenIn(reason) : texts[state]}
          </Text>
        </div>
        {isOpen && part.mine && <PartActs part={part} params={params} />}
      </Group>
      {state === 'working' && reason !== undefined && (
        <Alert color="yellow" mt="sm" title={texts.givenBack(changedBy?.name ?? '')}>
          {reason}
        </Alert>
      )}
    </Paper>
  )
}

/** Finishing is for everybody of the division, handing in for its head; what is not saved yet is saved before. */
const PartActs = ({ part, params }: Omit<Props, 'isOpen'>) => {
  const { sheet } = useSession()
  const finish = useChange(partRoutes.finish, { refreshes: readsOfParts })
  const handIn = useChange(partRoutes.handIn, { refreshes: readsOfParts })
  const [hint, setHint] = useState<string>()
  const target = { params: { ...params, divisionId: part.division.id }, ifMatch: part.version }
  const whenSaved = async (act: () => Promise<unknown>): Promise<void> => {
    await sheet.flush()
    if ([...sheet.view().entries.values()].some((entry) => isKeptHereOnly(entry, sameClaim))) return setHint(texts.unsaved)
    setHint(undefined)
    await act()
  }
  const refused = finish.refused ?? handIn.refused
  return (
    <div className="no-print">
      <Group gap="sm">
        {part.state === 'working' && (
          <Button
            variant="default"
            loading={finish.isRunning}
            onClick={() => void whenSaved(() => finish.run({ ...target, body: { isFinished: true } }))}
          >
            {acts.finish}
          </Button>
        )}
        {part.state === 'finished' && (
          <Button variant="default" loading={finish.isRunning} onClick={() => void finish.run({ ...target, body: { isFinished: false } })}>
            {acts.resume}
          </Button>
        )}
        {part.mine === 'head' && (part.state === 'working' || part.state === 'finished') && (
          <Button loading={handIn.isRunning} onClick={() => void whenSaved(() => handIn.run(target))}>
            {acts.handIn}
          </Button>
        )}
      </Group>
      {hint && (
        <Text role="alert" size="sm" c="red.8">
          {hint}
        </Text>
      )}
      {refused && <ErrorState refused={refused} />}
    </div>
  )
}
