import { useEffect, useMemo } from 'react'
import type { ReplyOf } from '../../contract/route.ts'
import { parseDecimal } from '../../core/exact/decimal.ts'
import { compareFractions, zeroFraction } from '../../core/exact/fraction.ts'
import type { Autosave, AutosaveView, SaveOutcome } from '../../web/widgets/autosave/autosave.ts'
import type { Stored } from '../../web/widgets/autosave/autosave-state.ts'
import { localDrafts } from '../../web/widgets/autosave/local-drafts.ts'
import { useAutosave } from '../../web/widgets/autosave/use-autosave.ts'
import { call, type Refused } from '../../web/widgets/client.ts'
import { useSignedIn } from '../../web/widgets/session.ts'
import { measuredRoutes, type PanelLeaf, type PanelUnit } from './contract.ts'

export type PanelSheet = ReplyOf<typeof measuredRoutes.ownMarks>

/** A mark as it stands or as it was typed; empty: none given. */
export type Mark = string

export const cellId = (unitId: string, nodeId: string): string => `${unitId} ${nodeId}`
const partsOf = (cell: string): readonly [string, string] => {
  const at = cell.indexOf(' ')
  return [cell.slice(0, at), cell.slice(at + 1)]
}

/** `7,5` or `7.5` on a scale from 0; up to four decimals, as the register of marks keeps them. */
export const isMark = (text: string, best: string): boolean => {
  const [figure, top] = [/^\d{1,6}([.,]\d{1,4})?$/.test(text) ? parseDecimal(text) : undefined, parseDecimal(best)]
  return figure !== undefined && top !== undefined && compareFractions(figure, zeroFraction) >= 0 && compareFractions(figure, top) <= 0
}

const storedMarks = ({ groups, units }: PanelSheet): readonly Stored<Mark>[] =>
  units.flatMap(({ unit, group, marks }) =>
    (groups.find((each) => each.group === group)?.leaves ?? []).map(({ nodeId }) => {
      const own = marks.find((mark) => mark.nodeId === nodeId)
      return { id: cellId(unit.id, nodeId), version: own?.version ?? 0, value: own?.mark ?? '' }
    }),
  )

const refusalOf = ({ status, problems }: Refused, changes: readonly Stored<Mark>[]): SaveOutcome => {
  if (status === 409 && problems.some(({ code }) => code === 'changedMeanwhile')) return { kind: 'conflict' }
  if (status === 0 || status >= 500) return { kind: 'lost' }
  const sentences = problems.map(({ message }) => message)
  return { kind: 'refused', sentences: new Map(changes.map(({ id }) => [id, sentences])) }
}

export interface Marks {
  readonly view: AutosaveView<Mark>
  readonly autosave: Autosave<Mark>
}

/** The own marks of one leader; each unit is sent by itself, as it is decided by itself who may mark it. */
export const useMarks = (given: PanelSheet): Marks => {
  const { person } = useSignedIn()
  const bests = useMemo(
    () => new Map(given.groups.flatMap(({ leaves }) => leaves.map(({ nodeId, best }) => [nodeId, best] as const))),
    [given.groups],
  )
  const [view, autosave] = useAutosave<Mark>({
    same: (a, b) => a.replace(',', '.') === b.replace(',', '.'),
    isReady: (id, mark) => mark === '' || isMark(mark, bests.get(partsOf(id)[1]) ?? '0'),
    save: async (changes) => {
      const versions = new Map<string, number>()
      for (const [unitId, ofUnit] of Map.groupBy(changes, ({ id }) => partsOf(id)[0])) {
        const marks = ofUnit.map(({ id, version, value }) => ({
          nodeId: partsOf(id)[1],
          version,
          mark: value === '' ? null : value.replace(',', '.'),
        }))
        const outcome = await call(measuredRoutes.mark, { params: { cycleId: given.cycle.id, unitId }, body: { marks } })
        if (!outcome.ok) return versions.size > 0 ? { kind: 'saved', versions, savedAt: new Date() } : refusalOf(outcome, ofUnit)
        for (const { nodeId, version } of outcome.value.marks) versions.set(cellId(unitId, nodeId), version)
      }
      return { kind: 'saved', versions, savedAt: new Date() }
    },
    reload: async () => {
      const outcome = await call(measuredRoutes.ownMarks, { params: { cycleId: given.cycle.id } })
      return outcome.ok ? storedMarks(outcome.value) : undefined
    },
    drafts: localDrafts(`marks.${person.id}.${given.cycle.id}`),
  })
  useEffect(() => autosave.open(storedMarks(given)), [autosave, given])
  return { view, autosave }
}

/** How many of the cells that are open have a mark. */
export const progressOf = ({ groups, units }: PanelSheet, { view }: Marks): { readonly done: number; readonly all: number } => {
  const leavesOf = (unit: PanelUnit): readonly PanelLeaf[] => groups.find(({ group }) => group === unit.group)?.leaves ?? []
  const cells = units.filter(({ isOpen }) => isOpen).flatMap((unit) => leavesOf(unit).map(({ nodeId }) => cellId(unit.unit.id, nodeId)))
  return { done: cells.filter((cell) => (view.entries.get(cell)?.value ?? '') !== '').length, all: cells.length }
}
