import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { AddEvidence } from './add-evidence.tsx'
import { type AddedEvidence, evidenceRoutes } from './contract.ts'
import { evidenceTitle } from './describe.ts'
import classes from './evidence.module.css'
import { EvidenceItem } from './evidence-item.tsx'
import { PickEvidence } from './pick-evidence.tsx'

interface Props {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
  readonly canChange: boolean
  /** Whose register new documents go into and others are picked from: a division's for whoever works in one. */
  readonly registerOf?: string | undefined
  /** Told how many documents there are whenever that is known anew. */
  readonly onCount?: (count: number) => void
}

/** Documents that prove one criterion: seen by all who may read the sheet, added and taken off by the unit while it assesses itself. */
export const EvidencePanel = ({ cycleId, unitId, nodeId, canChange, registerOf = unitId, onCount }: Props) => {
  const [dialog, setDialog] = useState<'add' | 'pick'>()
  const [note, setNote] = useState('')
  const params = { cycleId, unitId, nodeId }
  const list = useCall(evidenceRoutes.ofLeaf, { params })
  const refreshes = { refreshes: [evidenceRoutes.ofLeaf, evidenceRoutes.register] }
  const link = useChange(evidenceRoutes.link, refreshes)
  const unlink = useChange(evidenceRoutes.unlink, refreshes)
  const count = list.value?.evidence.length
  // Only a new count is news; the listener may be another function at every drawing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => (count === undefined ? undefined : onCount?.(count)), [count])
  const attach = async (evidenceId: string): Promise<void> => {
    setDialog(undefined)
    await link.run({ params: { ...params, evidenceId } })
  }
  const added = async ({ evidence, sameFile }: AddedEvidence): Promise<void> => {
    const [same] = sameFile
    setNote(same ? evidenceTexts.sameFile(same.title, same.owner?.name) : evidenceTexts.added(evidenceTitle(evidence)))
    await attach(evidence.id)
  }
  const refused = link.refused ?? unlink.refused
  return (
    <section aria-label={evidenceTexts.panelTitle}>
      <Title order={3}>{evidenceTexts.panelTitle}</Title>
      <Loaded call={list}>
        {({ evidence }) =>
          evidence.length === 0 ? (
            <Text size="sm" c="gray.7">
              {evidenceTexts.noneForLeaf} {canChange && evidenceTexts.noneForLeafHint}
            </Text>
          ) : (
            <ul className={classes.list}>
              {evidence.map((each) => (
                <EvidenceItem key={each.id} evidence={each} place={{ unitId, cycleId }}>
                  {canChange && (
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      aria-label={evidenceTexts.removeFrom(evidenceTitle(each))}
                      onClick={() => void unlink.run({ params: { ...params, evidenceId: each.id } })}
                    >
                      {evidenceTexts.remove}
                    </Button>
                  )}
                </EvidenceItem>
              ))}
            </ul>
          )
        }
      </Loaded>
      {refused && <ErrorState refused={refused} />}
      <Text size="sm" role="status">
        {note}
      </Text>
      {canChange && (
        <Group gap="xs" mt="xs" className="no-print">
          <Button variant="light" size="xs" onClick={() => setDialog('add')}>
            {evidenceTexts.add}
          </Button>
          <Button variant="default" size="xs" onClick={() => setDialog('pick')}>
            {evidenceTexts.pick}
          </Button>
        </Group>
      )}
      {dialog === 'add' && <AddEvidence unitId={registerOf} onAdded={(each) => void added(each)} onClose={() => setDialog(undefined)} />}
      {dialog === 'pick' && (
        <PickEvidence
          unitId={registerOf}
          usedIds={list.value?.evidence.map(({ id }) => id) ?? []}
          onPick={(id) => void attach(id)}
          onClose={() => setDialog(undefined)}
        />
      )}
    </section>
  )
}
