import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { errorAt } from '../../../core/problem.ts'
import { mergeDocuments } from '../../../core/self-assessment/workbook-documents.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { speakProblem } from '../../../language/problem-sentence.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { SheetPlace } from '../load-sheet.ts'
import type { LeafPreview, WorkbookPreview } from './contract.ts'
import { documentNamed, documentsOfSheet, documentsToPick, type NamedDocuments, namedDocuments } from './documents.ts'
import { documentAt } from './layout.ts'
import type { DocumentRow, WorkbookFile } from './read-workbook.ts'

interface Leaves {
  readonly nodes: ReadonlyMap<string, FrameworkNode>
  /** Whether the person may change the leaf now. */
  readonly isOpen: (nodeId: string) => boolean
}

type Problems = WorkbookPreview['problems']

/** A row that a person added: which leaf, and which document of the register, else what is wrong with which cell. */
const readAdded = (row: DocumentRow, { nodes }: Leaves, register: NamedDocuments) => {
  // A code may stand twice in a paper: what could be either leaf is neither.
  const fitting = [...nodes.values()].filter(({ code, children }) => code === row.code && children.length === 0)
  const leaf = fitting.length === 1 ? fitting[0] : undefined
  const document = documentNamed(register, row)
  const problem = (column: number, what: string): Problems[number] => ({
    sheet: workbookTexts.documentSheet,
    cell: `${'ABCDEFG'[column]}${row.row}`,
    problem: { ...speakProblem(errorAt('notFound', what === 'evidence' ? row.number || row.title : row.code, { what })) },
  })
  return {
    ...(leaf && document && { at: { nodeId: leaf.id as string, id: document.id } }),
    problems: [
      ...(leaf ? [] : [problem(documentAt.code, 'criterion')]),
      ...(document ? [] : [problem(row.number ? documentAt.number : documentAt.title, 'evidence')]),
    ],
  }
}

/** What the sheet of documents takes in and off at each leaf, against what stands there now. */
export const previewDocuments = async (
  context: ActContext,
  place: SheetPlace,
  { documents: { written, rows } }: WorkbookFile,
  leaves: Leaves,
): Promise<{ readonly byLeaf: ReadonlyMap<string, NonNullable<LeafPreview['documents']>>; readonly problems: Problems }> => {
  const standing = await documentsOfSheet(context, place)
  const register = await documentsToPick(context, place)
  const byName = namedDocuments(register)
  const known = new Map([...register, ...standing].map((each) => [each.id, each]))
  const added = rows
    .filter(({ id, code, title, number, isUsed }) => id === '' && isUsed && `${code}${title}${number}` !== '')
    .map((row) => readAdded(row, leaves, byName))
  const kept = rows.filter(({ id, isUsed }) => id !== '' && isUsed)
  const filled = [...kept, ...added.flatMap(({ at }) => at ?? [])]
  const idsAt = (list: readonly { readonly nodeId: string; readonly id: string }[], nodeId: string) =>
    new Set(list.filter((each) => each.nodeId === nodeId).map(({ id }) => id))
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, title: known.get(id)?.title || known.get(id)?.number || '' }))
  const byLeaf = new Map<string, NonNullable<LeafPreview['documents']>>()
  for (const nodeId of new Set([...written, ...filled].map((each) => each.nodeId))) {
    if (!leaves.nodes.has(nodeId) || !leaves.isOpen(nodeId)) continue
    const stands = idsAt(standing, nodeId)
    const merge = mergeDocuments(idsAt(written, nodeId), idsAt(filled, nodeId), stands)
    if (merge) byLeaf.set(nodeId, { kind: merge.kind, stands: stands.size, added: named(merge.added), removed: named(merge.removed) })
  }
  return { byLeaf, problems: added.flatMap(({ problems }) => problems) }
}
