import { compareUnits, type KnownUnit, type UnitDifferences } from '../../core/organisation/unit-differences.ts'
import { readUnitRows, type UnitRow } from '../../core/organisation/unit-rows.ts'
import { fold } from '../../core/fold.ts'
import { errorAt, hasErrors, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { unitKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { changeUnit } from './change-unit.ts'
import type { ImportFields, Unit, UnitImport } from './contract.ts'
import { loadLivingUnits } from './load-units.ts'
import { nameOfSeen } from './name-of-seen.ts'
import { addUnits } from './units.ts'

export const kindsByWord = new Map(unitKinds.map((kind) => [fold(labelsVi.unitKinds[kind]), kind]))

const knownOf = (units: readonly Unit[]): readonly KnownUnit[] => {
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  return units.map(({ id, code, name, kind, group, aliases, parentId }) => {
    const parentCode = parentId && codes.get(parentId)
    return { id, code, name, kind, aliases, ...(group && { group }), ...(parentCode && { parentCode }) }
  })
}

const shown = ({ line, code, name, kind, group }: UnitRow) => ({ line, code, name, kind, ...(group && { group }) })

const viewOf = (differences: UnitDifferences, problems: readonly Problem[], isApplied: boolean): UnitImport => ({
  added: differences.added.map(shown),
  changed: differences.changed.map(({ unit, row, fields }) => ({ ...shown(row), before: unit.name, fields: [...fields] })),
  unchanged: differences.unchanged,
  absent: differences.absent.map(({ id, code, name }) => ({ id, code, name })),
  problems: problems.map((problem) => ({ ...speakProblem(problem) })),
  isApplied,
  seen: nameOfSeen(differences),
})

/** Adds and changes what differs. Units above come before those below: first all are there, then each finds its place. */
const apply = async (context: ActContext, { added, changed }: UnitDifferences): Promise<Result<undefined>> => {
  const fresh = added.map(({ line: _line, parentCode: _parentCode, aliases, ...unit }) => ({
    ...unit,
    ranked: true,
    aliases: [...aliases],
  }))
  if (fresh.length) {
    const done = await addUnits(context, fresh)
    if (!done.ok) return done
  }
  const units = new Map((await loadLivingUnits(context)).map((unit) => [unit.code, unit]))
  const placed = added.filter(({ parentCode }) => parentCode !== undefined)
  for (const row of [...changed.map((change) => change.row), ...placed]) {
    const unit = units.get(row.code)
    const parentId = row.parentCode === undefined ? undefined : units.get(row.parentCode)?.id
    if (!unit) continue
    const { name, kind, group, aliases } = row
    const change = {
      name,
      kind,
      ...(group && { group }),
      ...(parentId && { parentId }),
      aliases: [...new Set([...unit.aliases, ...aliases])],
    }
    const done = await changeUnit(context, { unitId: unit.id, version: unit.version }, change)
    if (!done.ok) return done
  }
  return accept(undefined)
}

/** A list of units: says what it would do, or does it. Nothing is done of a list that has an error. */
export const importUnits = async (
  context: ActContext,
  rows: readonly (readonly string[])[],
  { preview, kind, group, seen }: ImportFields,
): Promise<Result<UnitImport>> => {
  const read = readUnitRows(rows, { kind, group, kindsByWord })
  const differences = compareUnits(knownOf(await loadLivingUnits(context)), read.units)
  const problems = [...read.problems, ...differences.problems]
  if (preview === 'true') return accept(viewOf(differences, problems, false))
  if (hasErrors(problems)) return refuse(...problems)
  if (seen !== nameOfSeen(differences)) return refuse(errorAt('changedMeanwhile', 'file', {}))
  const done = await apply(context, differences)
  return done.ok ? accept(viewOf(differences, problems, true)) : done
}
