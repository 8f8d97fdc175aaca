import { readFile } from 'node:fs/promises'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import { parseFramework } from '../../../core/framework/parse-framework.ts'
import { mostToldProblems } from '../../../core/first-problems.ts'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { columnOfProblem } from '../../../core/self-assessment/workbook-cells.ts'
import { type FieldMerge, type LeafMerge, mergeWorkbook, type StandingLeaf } from '../../../core/self-assessment/workbook-merge.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { speakProblem } from '../../../language/problem-sentence.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { readSheets } from '../../../platform/documents/read-sheets.ts'
import type { Upload } from '../../../platform/http/request.ts'
import { ownPartOf } from '../../scores/own-part.ts'
import { checkDeadline, checkPart, nodesOf } from '../change-claims.ts'
import type { Sheet, SheetClaim } from '../contract.ts'
import { loadSheet, type SheetPlace } from '../load-sheet.ts'
import type { LeafPreview, WorkbookPreview } from './contract.ts'
import { previewDocuments } from './preview-documents.ts'
import { cellName } from './layout.ts'
import { readWorkbook, type WorkbookFile } from './read-workbook.ts'
import { contentOf, type WorkbookContent } from './workbook-content.ts'

/** The slow part, before any transaction is open. */
export const readUploaded = async ({ file, fileName }: Upload): Promise<Result<WorkbookFile>> => {
  const sheets = await readSheets(await readFile(file.path), fileName)
  return sheets.ok ? readWorkbook(sheets.value) : sheets
}

/** A workbook is handed in where it was written out for, and nowhere else. */
const checkMadeFor = ({ madeFor }: WorkbookFile, sheet: Sheet, authority: string): readonly Problem[] => {
  const here = { authority, cycle: sheet.cycle.id, unit: sheet.unit.id, framework: sheet.framework.hash }
  return (['authority', 'cycle', 'unit', 'framework'] as const)
    .filter((what) => madeFor[what] !== here[what])
    .map((what) => errorAt('otherWorkbook', '', { what }))
}

const standingOf = ({ version, status, points, explanation, inputs }: SheetClaim): StandingLeaf => {
  const exact = points === undefined ? undefined : parsePoints(points)
  return {
    version,
    claim: {
      status,
      ...(exact !== undefined && { points: exact }),
      ...(explanation && { explanation }),
      ...(inputs && { inputs: inputs as Inputs }),
    },
  }
}

const fieldOf = <Value, Shown>(merge: FieldMerge<Value>, shown: (value: Value) => Shown) =>
  merge.kind === 'taken' || merge.kind === 'conflict' ? { kind: merge.kind, mine: shown(merge.mine) } : undefined

/** A leaf that nobody has touched is in no row of the table. */
const untouched: Pick<SheetClaim, 'version' | 'status'> & Partial<SheetClaim> = { version: 0, status: 'missing' }

interface Beside {
  readonly claim: SheetClaim | undefined
  readonly facts: readonly string[] | undefined
  readonly documents: LeafPreview['documents']
}

const leafOf = (
  merge: LeafMerge,
  node: { readonly code: string; readonly name: string },
  { claim, facts, documents }: Beside,
): LeafPreview[] => {
  const value = fieldOf(merge.value, ({ status, points, inputs }) => ({
    status,
    ...(points !== undefined && { points: pointsText(points) }),
    ...(inputs && { inputs: inputs as SheetClaim['inputs'] }),
  }))
  const explanation = fieldOf(merge.explanation, (text) => text)
  if (!value && !explanation && !documents) return []
  const { nodeId: _, changedAt, changedBy, ...stands } = claim ?? untouched
  return [
    {
      nodeId: merge.nodeId,
      code: node.code,
      name: node.name,
      stands,
      ...(changedAt && { changedAt }),
      ...(changedBy && { changedBy }),
      ...(value && { value: { ...value, ...(facts && { facts: [...facts] }) } }),
      ...(explanation && { explanation }),
      ...(documents && { documents }),
    },
  ]
}

const refusedIn = (merge: LeafMerge) =>
  (['value', 'explanation'] as const).flatMap((field) => {
    const { kind } = merge[field]
    if (kind !== 'refused') return []
    // A problem of the leaf itself is told at the field that was changed; one of its values, at the cell that mends it.
    return merge[field].problems.map((problem) => ({
      problem,
      column: field === 'explanation' ? ('explanation' as const) : columnOfProblem(problem),
    }))
  })

/** Every cell that cannot be taken, once, by sheet and cell; rows that are gone or stand twice after them. */
const problemsOf = (merges: readonly LeafMerge[], { rowOf, factCellOf, problems }: WorkbookContent): WorkbookPreview['problems'] => {
  const sheet = workbookTexts.sheet
  const cells = new Map(
    merges.flatMap((merge) =>
      refusedIn(merge).map(({ column, problem }) => {
        const ofFact = factCellOf.get(`${merge.nodeId} ${problem.at}`)
        const cell = ofFact ?? cellName(column, rowOf.get(merge.nodeId) ?? 0)
        const place = ofFact ? workbookTexts.factSheet : sheet
        return [`${place} ${cell} ${problem.code}`, { sheet: place, cell, problem: { ...speakProblem(problem) } }] as const
      }),
    ),
  )
  const rows = problems.map(({ row, problem }) => ({
    sheet,
    ...(row !== undefined && { cell: `B${row}` }),
    problem: { ...speakProblem(problem) },
  }))
  return [...cells.values(), ...rows]
}

/** As many as somebody reads, then how many more there are. */
const firstOf = (problems: WorkbookPreview['problems']): WorkbookPreview['problems'] => {
  const more = problems.length - mostToldProblems
  return more <= 0
    ? problems
    : [
        ...problems.slice(0, mostToldProblems),
        { sheet: workbookTexts.sheet, problem: { ...speakProblem(errorAt('moreProblems', '', { count: more })) } },
      ]
}

/** What a filled-in workbook would change; nothing is stored. */
export const previewWorkbook = async (context: ActContext, place: SheetPlace, workbook: WorkbookFile): Promise<Result<WorkbookPreview>> => {
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline
  const loaded = await loadSheet(context, place)
  if (!loaded.ok) return loaded
  const other = checkMadeFor(workbook, loaded.value, context.actor.authorityId)
  if (other.length > 0) return refuse(...other)
  const framework = parseFramework(loaded.value.framework.document)
  if (!framework.ok) throw new Error('a framework in force could not be read')
  const nodes = nodesOf({ framework: framework.value })
  const content = contentOf(workbook, nodes)
  if (!content.ok) return content
  const part = await ownPartOf(context, place)
  const claims = new Map(loaded.value.claims.map((claim) => [claim.nodeId, claim]))
  const merges = mergeWorkbook(content.value.filled, {
    nodes,
    written: content.value.written,
    standing: new Map([...claims].map(([nodeId, claim]) => [nodeId, standingOf(claim)])),
    closed: (nodeId) => checkPart(part, [{ nodeId }]),
  })
  const facts = new Map(content.value.filled.map((leaf) => [leaf.nodeId, leaf.facts]))
  const documents = await previewDocuments(context, place, workbook, {
    nodes,
    isOpen: (nodeId) => checkPart(part, [{ nodeId }]).length === 0,
  })
  return accept({
    leaves: merges.flatMap((merge) => {
      const node = nodes.get(merge.nodeId)
      const beside = { claim: claims.get(merge.nodeId), facts: facts.get(merge.nodeId), documents: documents.byLeaf.get(merge.nodeId) }
      return node ? leafOf(merge, node, beside) : []
    }),
    alreadySame: merges.flatMap(({ value, explanation }) => [value, explanation]).filter(({ kind }) => kind === 'alreadySame').length,
    problems: firstOf([...problemsOf(merges, content.value), ...documents.problems]),
  })
}
