import type { Framework, FrameworkNode } from '../framework/framework.ts'
import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'

/** How far the part of one division is: being filled, finished by its officers, handed in by its head, taken in by the Office. */
export const partStates = ['working', 'finished', 'handedIn', 'merged'] as const
export type PartState = (typeof partStates)[number]

/** What a division (first three) and the Office of the unit (last three) do with a part. */
export const partActs = ['finish', 'resume', 'handIn', 'giveBack', 'merge', 'takeIn'] as const
export type PartAct = (typeof partActs)[number]

const next: Readonly<Record<PartAct, { readonly from: readonly PartState[]; readonly to: PartState }>> = {
  finish: { from: ['working'], to: 'finished' },
  resume: { from: ['finished'], to: 'working' },
  handIn: { from: ['working', 'finished'], to: 'handedIn' },
  giveBack: { from: ['handedIn', 'merged'], to: 'working' },
  merge: { from: ['handedIn'], to: 'merged' },
  takeIn: { from: ['working', 'finished'], to: 'merged' },
}

/**
 * Where an act brings a part, or `wrongPartState`. The head of a division may hand in what its officers have not called finished; the Office takes in
 * unasked (`takeIn`) what a division does not hand in. Source: seed plan 0, steps of the year (divisions score their items, the Office merges).
 */
export const nextPartState = (state: PartState, act: PartAct): Result<PartState> =>
  next[act].from.includes(state) ? accept(next[act].to) : refuse(errorAt('wrongPartState', '', { state, act }))

/** Only while it works on its part does a division change its leaves; from then on the Office does. */
export const isPartOpen = (state: PartState): boolean => state === 'working'

const partOf = (nodes: readonly FrameworkNode[], leaves: ReadonlySet<string>): readonly FrameworkNode[] =>
  nodes.flatMap((node) => {
    if (node.children.length === 0) return leaves.has(node.id) ? [node] : []
    const children = partOf(node.children, leaves)
    return children.length > 0 ? [{ ...node, children }] : []
  })

/** The framework as one division sees it: its leaves and the rows above them. `maxPoints` of the rows above stay as printed. */
export const partOfFramework = (framework: Framework, leaves: ReadonlySet<string>): Framework => ({
  ...framework,
  nodes: partOf(framework.nodes, leaves),
})
