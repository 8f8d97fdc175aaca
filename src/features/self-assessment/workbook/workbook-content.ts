import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { errorAt, type Problem, warningAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { enterInput, inputAt } from '../../../core/rules/enter-input.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { claimOfFacts } from '../../../core/self-assessment/claim-of-facts.ts'
import { readValueCells, type ValueCells, type WorkbookValue } from '../../../core/self-assessment/workbook-cells.ts'
import type { FilledLeaf, WrittenLeaf } from '../../../core/self-assessment/workbook-merge.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { questionLabel } from '../../../language/rule-words.ts'
import { answerOfCell, cellOfAnswer, questionsInCells } from './fact-cells.ts'
import { factAt, statusOfWord } from './layout.ts'
import type { WorkbookFile } from './read-workbook.ts'

/** Where each filled leaf stands, rows counted from 1, and what is wrong with rows as such. */
export interface WorkbookContent {
  readonly written: ReadonlyMap<string, WrittenLeaf>
  readonly filled: readonly FilledLeaf[]
  readonly rowOf: ReadonlyMap<string, number>
  /** Where the answer to a question of a leaf stands, by leaf and name. */
  readonly factCellOf: ReadonlyMap<string, string>
  readonly problems: readonly { readonly row: number | undefined; readonly problem: Problem }[]
}

/** What the facts of a leaf come to where cells of them were filled in; nothing where none was. */
const valueOfFacts = (
  { inputs, facts }: WorkbookFile,
  node: FrameworkNode,
): { readonly value: Result<WorkbookValue>; readonly changed: readonly string[] } | undefined => {
  const rule = factsRuleOf(node)
  if (!rule) return undefined
  const before = inputs.get(node.id) ?? {}
  const asked = new Map(questionsInCells(node, rule, before).map((question) => [question.path.join('.'), question]))
  const changed = facts.flatMap(({ nodeId, path, text }) => {
    const question = nodeId === node.id ? asked.get(path.join('.')) : undefined
    return question && text.trim() !== cellOfAnswer(question, inputAt(before, path)) ? [{ question, text }] : []
  })
  if (changed.length === 0) return undefined
  const answers = changed.map(({ question, text }) => ({ question, answer: answerOfCell(question, text) }))
  const wrong = answers.flatMap(({ answer }) => (answer.ok ? [] : answer.problems))
  const words = changed.map(({ question, text }) => workbookTexts.facts.changed(questionLabel(question), text.trim()))
  if (wrong.length > 0) return { value: refuse(...wrong), changed: words }
  const after = answers.reduce(
    (filled, { question, answer }) => enterInput(filled, question.path, answer.ok ? answer.value : undefined),
    before,
  )
  const { claim, outcome } = claimOfFacts(node, rule, after)
  if (!claim) return { value: refuse(...(outcome.status === 'refused' ? outcome.problems : [])), changed: words }
  const { status, points, inputs: kept } = claim
  return { value: accept({ status, ...(points !== undefined && { points }), ...(kept && { inputs: kept }) }), changed: words }
}

const valueOf = (node: FrameworkNode, written: ValueCells, filled: ValueCells): Result<WorkbookValue> =>
  readValueCells(node, written, filled, statusOfWord)

/** The cells of a workbook as values of their leaves. A leaf whose own written cells cannot be read any more makes the file none of ours. */
export const contentOf = (file: WorkbookFile, nodes: ReadonlyMap<string, FrameworkNode>): Result<WorkbookContent> => {
  const { written, rows } = file
  const before = new Map<string, WrittenLeaf>()
  for (const [nodeId, cells] of written) {
    const node = nodes.get(nodeId)
    const value = node && valueOf(node, cells, cells)
    if (!value?.ok || !Number.isSafeInteger(cells.version) || cells.version < 0) return refuse(errorAt('notAWorkbook', '', {}))
    const inputs = file.inputs.get(nodeId)
    before.set(nodeId, { version: cells.version, value: { ...value.value, ...(inputs && { inputs }) }, explanation: cells.explanation })
  }
  const rowOf = new Map<string, number>()
  const filled: FilledLeaf[] = []
  const problems: { row: number | undefined; problem: Problem }[] = []
  for (const { nodeId, row, cells } of rows) {
    const [node, base] = [nodes.get(nodeId), written.get(nodeId)]
    if (!node || !base) continue
    const first = rowOf.get(nodeId)
    if (first !== undefined) {
      problems.push({ row, problem: errorAt('workbookRowTwice', nodeId, { first }) })
      continue
    }
    rowOf.set(nodeId, row)
    const facts = cells.status === base.status && cells.points === base.points ? valueOfFacts(file, node) : undefined
    const stood = before.get(nodeId)?.value
    const read = valueOf(node, base, cells)
    // A value whose cells were left alone keeps the facts that it came from.
    const isUntouched = stood && read.ok && read.value.status === stood.status && read.value.points === stood.points
    filled.push({
      nodeId,
      value: facts?.value ?? (isUntouched ? accept(stood) : read),
      explanation: cells.explanation,
      ...(facts && { facts: facts.changed }),
    })
  }
  for (const nodeId of written.keys())
    if (!rowOf.has(nodeId)) problems.push({ row: undefined, problem: warningAt('workbookRowGone', nodeId, {}) })
  const factCellOf = new Map(
    file.facts.flatMap(({ nodeId, path, row }) => {
      const cell = `${'ABCDEFG'[factAt.value]}${row}`
      return [
        [`${nodeId} ${path.join('.')}`, cell],
        [`${nodeId} ${path[0] ?? ''}`, cell],
      ] as const
    }),
  )
  return accept({ written: before, filled, rowOf, factCellOf, problems })
}
