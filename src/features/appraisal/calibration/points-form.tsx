import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import { readEntry } from '../../../core/self-assessment/read-entry.ts'
import { formatFigure } from '../../../language/format.ts'
import { calibrationTexts as texts } from '../../../language/pages/calibration.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Points } from '../../../web/widgets/figures.tsx'
import { PageLink } from '../../../web/widgets/links.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type Calibration, type CalibrationLeaf, calibrationRoutes } from './contract.ts'

interface Typed {
  readonly points: string
  readonly note: string
}
const keyOf = ({ unit, nodeId }: CalibrationLeaf): string => `${unit.id} ${nodeId}`
const standing = ({ own }: CalibrationLeaf): Typed => ({ points: own ? formatFigure(own.points) : '', note: own?.note ?? '' })

const isRight = ({ nodeId, maxPoints }: CalibrationLeaf, typed: string): boolean => {
  const max = parsePoints(maxPoints)
  return max !== undefined && readEntry({ id: nodeId, maxPoints: max }, typed).ok
}

/** One's own points on the sample, all saved at once; nobody else sees them before the end. */
export const PointsForm = ({ calibration: { cycle, head, leaves } }: { readonly calibration: Calibration }) => {
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(() => new Map(leaves.map((leaf) => [keyOf(leaf), standing(leaf)])))
  const give = useChange(calibrationRoutes.give)
  const of = (leaf: CalibrationLeaf): Typed => typed.get(keyOf(leaf)) ?? standing(leaf)
  const set = (leaf: CalibrationLeaf, part: Partial<Typed>): void => setTyped(new Map(typed).set(keyOf(leaf), { ...of(leaf), ...part }))
  const changed = leaves.filter((leaf) => {
    const [now, was] = [of(leaf), standing(leaf)]
    return now.points.trim() !== '' && isRight(leaf, now.points) && (now.points.trim() !== was.points || now.note.trim() !== was.note)
  })
  const isWrong = (leaf: CalibrationLeaf): boolean => of(leaf).points.trim() !== '' && !isRight(leaf, of(leaf).points)
  const wrong = leaves.filter(isWrong).length
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const points = changed.map((leaf) => {
      const { points: text, note } = of(leaf)
      const value = parsePoints(text)
      return {
        unitId: leaf.unit.id,
        nodeId: leaf.nodeId,
        version: leaf.own?.version ?? 0,
        points: value === undefined ? text : pointsText(value),
        note,
      }
    })
    if (points.length > 0) await give.run({ params: { cycleId: cycle.id, calibrationId: head.id }, body: { points } })
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        <DataTable
          caption={texts.sheet.caption}
          isCaptionHidden
          rows={leaves}
          keyOf={keyOf}
          columns={[
            { key: 'leaf', title: texts.sheet.leaf, isRowHeader: true, cell: ({ code, name }) => `${code} ${name}` },
            {
              key: 'unit',
              title: texts.sheet.unit,
              cell: ({ unit, evidence }) => (
                <>
                  {unit.name}
                  <Text size="sm">
                    {evidence === 0 ? (
                      texts.sheet.documents(0)
                    ) : (
                      <PageLink to="/tham-dinh/$cycleId/$unitId" params={{ cycleId: cycle.id, unitId: unit.id }}>
                        {texts.sheet.documents(evidence)}
                      </PageLink>
                    )}
                  </Text>
                </>
              ),
            },
            { key: 'max', title: texts.sheet.max, isFigure: true, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
            { key: 'claimed', title: texts.sheet.claimed, isFigure: true, cell: ({ claimed }) => <Points value={claimed} /> },
            { key: 'says', title: texts.sheet.unitSays, width: 220, cell: ({ explanation }) => explanation },
            {
              key: 'own',
              title: texts.sheet.own,
              width: 110,
              cell: (leaf) => (
                <TextInput
                  size="sm"
                  inputMode="decimal"
                  aria-label={texts.sheet.pointsFor(leaf.code, leaf.unit.name)}
                  maxLength={12}
                  value={of(leaf).points}
                  error={isWrong(leaf) && texts.sheet.wrong(formatFigure(leaf.maxPoints))}
                  onChange={(event) => set(leaf, { points: event.currentTarget.value })}
                />
              ),
            },
            {
              key: 'note',
              title: texts.sheet.note,
              width: 220,
              cell: (leaf) => (
                <TextInput
                  size="sm"
                  aria-label={texts.sheet.noteFor(leaf.code, leaf.unit.name)}
                  maxLength={2000}
                  value={of(leaf).note}
                  onChange={(event) => set(leaf, { note: event.currentTarget.value })}
                />
              ),
            },
          ]}
        />
        {give.refused && <ErrorState refused={give.refused} />}
        <Group gap="md">
          <Button type="submit" loading={give.isRunning} disabled={changed.length === 0}>
            {changed.length === 0 ? texts.nothingToSave : texts.save(changed.length)}
          </Button>
          {wrong > 0 && (
            <Text role="alert" c="red.8">
              {texts.wrongCount(wrong)}
            </Text>
          )}
          <Text role="status">{texts.given(leaves.filter(({ own }) => own).length, leaves.length)}</Text>
        </Group>
      </Stack>
    </form>
  )
}
