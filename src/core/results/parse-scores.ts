import { parsePoints, pointsText } from '../exact/points.ts'
import { checkPoints } from '../framework/check-points.ts'
import type { Framework } from '../framework/framework.ts'
import { fold } from '../fold.ts'
import { nodeId, unitId } from '../ids.ts'
import { errorAt, hasErrors, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type Treatment, treatments } from '../vocabulary.ts'
import { walkNodes } from '../framework/walk.ts'
import { type Plan, planOf } from './plan.ts'
import type { LeafScore, ScoreLine } from './scores.ts'
import { type Cells, readHeader, type ScoreColumn } from './score-columns.ts'

const statuses = ['scored', 'notApplicable', 'missing', 'notMeasured'] as const

type Read = (column: ScoreColumn) => string

const invalid = (at: string, field: string, value: string, expected: readonly string[], line: number): Problem =>
  errorAt('invalidValue', at, { field, value, expected: expected.join(' | ') }, line)

/** What offices write for a status, folded. */
const statusWords: Readonly<Record<string, (typeof statuses)[number]>> = {
  'da cham': 'scored',
  'co diem': 'scored',
  'khong phat sinh': 'notApplicable',
  'khong ap dung': 'notApplicable',
  'chua co so lieu': 'missing',
  'chua cham': 'missing',
  'chua co diem': 'missing',
  thieu: 'missing',
  'khong do trong ky': 'notMeasured',
  'khong do': 'notMeasured',
  'khong do duoc': 'notMeasured',
}

const isTreatment = (text: string): text is Treatment => (treatments as readonly string[]).includes(text)

/** What a line gives its leaf: points, or the reason why there are none. A blank cell is missing, never zero. */
const readScore = (at: string, read: Read, line: number): LeafScore | Problem => {
  const [text, printed, treatment] = [read('points'), read('status'), read('treatment')]
  const status = statusWords[fold(printed)] ?? printed
  if (!(status === '' || (statuses as readonly string[]).includes(status))) return invalid(at, 'status', status, statuses, line)
  if (treatment !== '' && !isTreatment(treatment)) return invalid(at, 'treatment', treatment, treatments, line)
  if (treatment !== '' && status !== 'notApplicable') return errorAt('treatmentNotAllowed', at, { treatment }, line)
  const points = parsePoints(text)
  if (text !== '' && points === undefined) return errorAt('invalidPoints', at, { value: text }, line)
  if (status === '' || status === 'scored') return points === undefined ? { status: 'missing' } : { status: 'scored', points }
  if (points !== undefined && points !== 0) return invalid(at, 'points', text, ['0'], line)
  if (status === 'notApplicable') return { status, ...(isTreatment(treatment) && { treatment }) }
  return { status: status as 'missing' | 'notMeasured' }
}

const readRanked = (text: string): boolean | undefined =>
  text === '' || text === 'yes' || fold(text) === 'co' ? true : text === 'no' || fold(text) === 'khong' ? false : undefined

/** The leaf a line means, or why it means none. */
const findLeaf = (plan: Plan, parents: ReadonlySet<string>, code: string, line: number) => {
  const leaf = plan.leaves[plan.leafOf.get(nodeId(code)) ?? -1]
  if (leaf) return leaf
  return parents.has(code) ? errorAt('notALeaf', code, { node: code }, line) : errorAt('unknownNode', code, { node: code }, line)
}

interface Reader {
  readonly plan: Plan
  readonly parents: ReadonlySet<string>
  readonly seen: Map<string, number>
  readonly groups: Map<string, string>
}

const duplicate = (reader: Reader, unit: string, node: string, round: string, line: number): readonly Problem[] => {
  const key = JSON.stringify([unit, node, round])
  const first = reader.seen.get(key)
  if (first === undefined) reader.seen.set(key, line)
  return first === undefined ? [] : [errorAt('duplicateLine', node, { unit, node, first }, line)]
}

/** A unit belongs to one group; a blank cell says nothing. */
const otherGroup = (reader: Reader, unit: string, group: string, line: number): readonly Problem[] => {
  const known = reader.groups.get(unit)
  if (group !== '' && known === undefined) reader.groups.set(unit, group)
  return group === '' || known === undefined || known === group ? [] : [invalid(unit, 'group', group, [known], line)]
}

/** The maximum that applied to a scored leaf of the base, where the line says it: between the points and the leaf's own. */
const withApplied = ({ node }: Plan['leaves'][number], score: LeafScore, text: string, line: number): LeafScore | Problem => {
  if (text === '') return score
  const appliedMax = parsePoints(text)
  if (appliedMax === undefined) return errorAt('invalidPoints', node.id, { value: text }, line)
  if (score.status !== 'scored' || node.counting !== 'base') return invalid(node.id, 'appliedMax', text, [''], line)
  if (appliedMax > node.maxPoints)
    return errorAt('abovePoints', node.id, { points: pointsText(appliedMax), max: pointsText(node.maxPoints) }, line)
  if (score.points > appliedMax)
    return errorAt('abovePoints', node.id, { points: pointsText(score.points), max: pointsText(appliedMax) }, line)
  return appliedMax === node.maxPoints ? score : { ...score, appliedMax }
}

const isProblem = (value: object): value is Problem => 'severity' in value

const readLine = (reader: Reader, read: Read, line: number): ScoreLine | readonly Problem[] => {
  const [unit, code, group, round] = [read('unit'), read('code'), read('group'), read('round')]
  const leaf = code === '' ? errorAt('missingField', 'code', { field: 'code' }, line) : findLeaf(reader.plan, reader.parents, code, line)
  const entered = readScore(code, read, line)
  const score = isProblem(leaf) || isProblem(entered) ? entered : withApplied(leaf, entered, read('appliedMax'), line)
  const ranked = readRanked(read('ranked'))
  const problems: readonly Problem[] = [
    ...(unit === '' ? [errorAt('missingField', 'unit', { field: 'unit' }, line)] : []),
    ...(isProblem(leaf) ? [leaf] : []),
    ...(isProblem(score) ? [score] : []),
    ...(!isProblem(leaf) && !isProblem(score) && score.status === 'scored' ? checkPoints(leaf.node, score.points, line) : []),
    ...(ranked === undefined ? [invalid(unit, 'ranked', read('ranked'), ['yes', 'no'], line)] : []),
    ...otherGroup(reader, unit, group, line),
    ...duplicate(reader, unit, code, round, line),
  ]
  if (problems.length > 0 || isProblem(leaf) || isProblem(score) || ranked === undefined) return problems
  return { unit: unitId(unit), node: leaf.node.id, score, ranked, line, ...(round !== '' && { round }), ...(group !== '' && { group }) }
}

/** Lines of one round: the one asked for, else the only one there is; several without a choice are refused. */
const ofRound = (lines: readonly ScoreLine[], round: string | undefined): Result<readonly ScoreLine[]> => {
  const rounds = [...new Set(lines.flatMap((line) => line.round ?? []))]
  if (round !== undefined && rounds.length > 0) {
    if (!rounds.includes(round)) return refuse(invalid('round', 'round', round, rounds, 1))
    return accept(lines.filter((line) => line.round === undefined || line.round === round))
  }
  return rounds.length > 1 ? refuse(errorAt('missingField', 'round', { field: 'round' })) : accept(lines)
}

/**
 * Reads the rows of a scores file, header first (`unit,code,points,status`, optional `round`, `treatment`, `group`, `ranked`, `appliedMax`, in any order; other columns
 * are left alone). Lines are those of `round` where there are several. Refuses with every problem at once, each with its 1-based line.
 */
export const parseScores = (
  rows: readonly Cells[],
  framework: Framework,
  options: { readonly round?: string } = {},
): Result<readonly ScoreLine[]> => {
  const header = readHeader(rows[0] ?? [])
  if (!header.ok) return header
  const plan = planOf(framework)
  const parents = new Set<string>([...walkNodes(framework.nodes)].map(({ node }) => node.id).filter((id) => !plan.leafOf.has(id)))
  const reader: Reader = { plan, parents, seen: new Map(), groups: new Map() }
  const lines: ScoreLine[] = []
  const problems: Problem[] = []
  rows.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return
    const read = readLine(reader, (column) => header.value(cells, column), index + 1)
    if (Array.isArray(read)) problems.push(...read)
    else lines.push(read as ScoreLine)
  })
  return hasErrors(problems) ? refuse(...problems) : ofRound(lines, options.round)
}
