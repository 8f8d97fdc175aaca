import { parsePoints } from '../../exact/points.ts'
import { errorAt } from '../../problem.ts'
import { accept, refuse, type Result } from '../../result.ts'
import { countings, sources, treatments } from '../../vocabulary.ts'
import type { NodeDraft } from '../build-nodes.ts'
import type { CellField, EditOf } from './edit.ts'
import { deepen, fitRows, pathTo, replaceRow, type Rows } from './row-tree.ts'

type Correct = (row: NodeDraft, value: string, above: NodeDraft | undefined) => NodeDraft | undefined

const text =
  (field: 'code' | 'name'): Correct =>
  (row, value) => ({ ...row, [field]: value })

/** A text that may be absent: empty takes it away. */
const optional =
  (field: 'note' | 'calculation' | 'evidence'): Correct =>
  ({ [field]: _, ...row }, value) =>
    value === '' ? row : { ...row, [field]: value }

/** Units stand one per line or parted by semicolons; a comma may belong to a name. */
const units =
  (field: 'leadUnits' | 'coordinatingUnits'): Correct =>
  (row, value) => ({
    ...row,
    [field]: value
      .split(/[;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  })

const one = <Word extends string>(words: readonly Word[], value: string): Word | undefined => words.find((word) => word === value)

const correctors: Readonly<Record<CellField, Correct>> = {
  code: text('code'),
  name: text('name'),
  note: optional('note'),
  calculation: optional('calculation'),
  evidence: optional('evidence'),
  leadUnits: units('leadUnits'),
  coordinatingUnits: units('coordinatingUnits'),
  // What stands in the print: of a leaf its points, of a parent the printed sum; empty means that nothing is printed.
  maxPoints: ({ printed: _, ...row }, value) => {
    const printed = parsePoints(value)
    return value === '' ? row : printed === undefined ? undefined : { ...row, printed }
  },
  ifAny: ({ ifAny: _, ...row }, value) => (value === 'true' ? { ...row, ifAny: true } : value === 'false' ? row : undefined),
  // Source and counting hold for everything below.
  source: (row, value) => {
    const source = one(sources, value)
    return source && deepen(row, (each) => ({ ...each, source }))
  },
  counting: (row, value, above) => {
    const counting = one(countings, value)
    const fits = counting !== undefined && (above === undefined || above.counting === 'base' || above.counting === counting)
    return fits ? deepen(row, (each) => ({ ...each, counting })) : undefined
  },
  notApplicable: ({ notApplicable: _, ...row }, value) => {
    const notApplicable = one(treatments, value)
    return value === '' ? row : notApplicable && { ...row, notApplicable }
  },
}

const expected: Partial<Record<CellField, readonly string[]>> = { source: sources, counting: countings, notApplicable: treatments }

/** Puts what was typed into one cell; refused where it does not fit. */
export const correctCell = (rows: Rows, { at, field, value }: EditOf<'correctCell'>): Result<Rows> => {
  const path = pathTo(rows, at)
  const [above, row] = [path.at(-2), path.at(-1)]
  if (!row) return refuse(errorAt('unknownNode', at, { node: at }))
  const corrected = correctors[field](row, value.normalize('NFC').trim(), above)
  if (corrected) return accept(fitRows(replaceRow(rows, at, () => [corrected])))
  if (field === 'maxPoints') return refuse(errorAt('invalidPoints', at, { value }))
  return refuse(errorAt('invalidValue', at, { field, value, expected: (expected[field] ?? ['true', 'false']).join(' | ') }))
}
