import { pointsText } from '../exact/points.ts'
import { nestsDeeperThan } from '../nesting.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Counting, NodeLevel, ScoreSource } from '../vocabulary.ts'
import { buildNodes, type NodeDraft } from './build-nodes.ts'
import type { Framework } from './framework.ts'
import { type FrameworkFile, frameworkShape, type NodeFile } from './framework-file.ts'
import { shapeProblems } from '../shape-problems.ts'
import { ruleOfNode } from './rule-of-node.ts'
import { withoutAbsent } from './without-absent.ts'
import { walkNodes } from './walk.ts'

const levelAt = (depth: number): NodeLevel => (depth === 0 ? 'area' : depth === 1 ? 'criterion' : 'subCriterion')

interface Inherited {
  readonly depth: number
  readonly counting: Counting
  readonly source: ScoreSource
}

/** A row that leaves out level, counting or source has that of its depth and of the row above it. */
const draftNode = (file: NodeFile, above: Inherited): NodeDraft => {
  const { maxPoints, printedMaxPoints, ...rest } = file
  const here = { depth: above.depth + 1, counting: file.counting ?? above.counting, source: file.source ?? above.source }
  return {
    ...withoutAbsent(rest),
    ...withoutAbsent({ printed: printedMaxPoints ?? maxPoints }),
    level: file.level ?? levelAt(above.depth),
    counting: here.counting,
    source: here.source,
    children: file.children.map((child) => draftNode(child, here)),
  }
}

/** Results are objects by id, and of all names JavaScript keeps this one alone for itself: a leaf so called would count nowhere. */
const unkeepable = '__proto__'

/** What the shape of single fields cannot see: derived sums stated wrongly, ids used twice, base points inside a bonus. */
const treeProblems = (files: readonly NodeFile[], path: string, seen: Set<string>, above?: NodeFile): readonly Problem[] =>
  files.flatMap((file, index) => {
    const here = `${path}[${index}]`
    const leafSum = file.children.length === 0 && file.maxPoints === undefined && file.printedMaxPoints === undefined
    const isRepeat = file.id !== undefined && seen.has(file.id)
    if (file.id !== undefined) seen.add(file.id)
    const counting = file.counting ?? above?.counting
    const leavesGroup = above?.counting !== undefined && above.counting !== 'base' && counting !== above.counting
    return [
      ...([file.id, file.code].includes(unkeepable)
        ? [errorAt('invalidValue', here, { field: 'code', value: unkeepable, expected: 'string' })]
        : []),
      ...(isRepeat ? [errorAt('alreadyExists', `${here}.id`, { what: 'id', value: file.id ?? '' })] : []),
      ...(leafSum ? [errorAt('missingMaxPoints', file.id ?? here, {})] : []),
      ...(leavesGroup
        ? [errorAt('invalidValue', `${here}.counting`, { field: 'counting', value: counting ?? '', expected: above.counting ?? '' })]
        : []),
      ...treeProblems(file.children, `${here}.children`, seen, { ...file, counting }),
    ]
  })

const build = (file: FrameworkFile): Framework => {
  const { format: _, nodes, ...head } = file
  const drafts = nodes.map((node) => draftNode(node, { depth: 0, counting: 'base', source: 'appraised' }))
  return { ...withoutAbsent(head), nodes: buildNodes(drafts) }
}

/** A stated sum that is neither the print nor what the leaves give: the file was edited in one place only. */
const statedSums = (files: readonly NodeFile[], framework: Framework): readonly Problem[] => {
  const stated = function* (list: readonly NodeFile[]): Generator<NodeFile> {
    for (const file of list) {
      yield file
      yield* stated(file.children)
    }
  }
  const placed = [...walkNodes(framework.nodes)]
  return [...stated(files)].flatMap((file, index) => {
    const node = placed[index]?.node
    if (!node || file.printedMaxPoints === undefined || file.maxPoints === undefined || file.maxPoints === node.maxPoints) return []
    return [
      errorAt('invalidValue', node.id, { field: 'maxPoints', value: pointsText(file.maxPoints), expected: pointsText(node.maxPoints) }),
    ]
  })
}

/** Every problem of every rule, each at its node; a rule that does not say its maximum has that of its row. */
const ruleProblems = (framework: Framework): readonly Problem[] =>
  [...walkNodes(framework.nodes)].flatMap(({ node }) => {
    const rule = ruleOfNode(node)
    return rule.ok ? [] : rule.problems.map((problem) => ({ ...problem, at: [node.id, 'rule', problem.at].filter(Boolean).join(' ') }))
  })

/**
 * Arrays and objects within one another: twenty levels of nodes, more than any decision has, and a rule below the last; a file that nests deeper
 * is broken or hostile.
 */
const deepest = 74

/**
 * Reads `parindex/framework@1`. Left out: ranking is `competition` on exact fractions, absent blocks are re-scaled, the total is capped at 100,
 * level follows depth, counting and source follow the row above. A parent's stated `maxPoints` that differs from its leaves is its print.
 * Refuses with every problem of the shape at once, each with its path; doubts about a readable framework are {@link checkFramework}'s.
 */
export const parseFramework = (input: unknown): Result<Framework> => {
  const read = parseDraftFramework(input)
  const problems = read.ok ? ruleProblems(read.value) : []
  return problems.length > 0 ? refuse(...problems) : read
}

/** The same for a draft, whose rules may no longer fit their rows while a person is at it: `checkDraft` tells those. */
export const parseDraftFramework = (input: unknown): Result<Framework> => {
  if (nestsDeeperThan(input, deepest))
    return refuse(errorAt('tooLarge', 'nodes', { what: 'levels', limit: `${deepest}`, actual: `> ${deepest}` }))
  const shape = frameworkShape.safeParse(input)
  if (!shape.success) return refuse(...shapeProblems(shape.error, input))
  const tree = treeProblems(shape.data.nodes, 'nodes', new Set())
  if (tree.length > 0) return refuse(...tree)
  const framework = build(shape.data)
  const problems = statedSums(shape.data.nodes, framework)
  return problems.length > 0 ? refuse(...problems) : accept(framework)
}
