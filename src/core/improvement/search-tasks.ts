import type { NodeId } from '../ids.ts'
import type { EstimatedTask } from './estimated-task.ts'
import { compareOffers, noOffer, type Offer, paretoFront } from './pareto.ts'
import { remainingEffort } from './remaining-effort.ts'
import { inOrderOfLeaves } from './task-order.ts'

/** An offer on the way: what it has won on leaves that later tasks work on as well stands apart, since they have an end. */
interface State extends Offer {
  readonly open: ReadonlyMap<NodeId, number>
}

type Caps = ReadonlyMap<NodeId, number>

/** More states than this and the search gives up: many tasks that all work on the same many leaves have no quick exact answer. */
export const mostStates = 100_000

/**
 * The cheapest offer that wins `needed`, and of equally cheap ones the one that wins most; `null` where all tasks together do not, `tooLarge` beyond {@link mostStates}.
 * Tasks are taken or left in turn. A state is dropped where another has won the same on the open leaves for less, or where even the best rest cannot make it cheaper than
 * a set that is already known to reach. Both keep an optimum, so the answer is exact.
 */
export const searchTasks = (tasks: readonly EstimatedTask[], caps: Caps, needed: number): Offer | null | 'tooLarge' => {
  const order = inOrderOfLeaves(tasks)
  const known = greedyEffort(order, caps, needed)
  if (known === null) return null
  const atLeast = remainingEffort(order, (task) => worthOf(task, caps))
  let states: readonly State[] = [{ ...noOffer, open: new Map() }]
  for (const [at, task] of order.entries()) {
    const settled = [...task.gains.keys()].filter((leaf) => !order.slice(at + 1).some(({ gains }) => gains.has(leaf)))
    const next = states.flatMap((state) => [settle(take(state, task, caps), settled), settle(state, settled)])
    states = unbeaten(next.filter((state) => state.effort + atLeast(at + 1, needed - wonBy(state)) <= known))
    if (states.length > mostStates) return 'tooLarge'
  }
  return [...states].filter(({ gain }) => gain >= needed).sort(compareOffers)[0] ?? null
}

const worthOf = ({ gains }: EstimatedTask, caps: Caps): number =>
  [...gains].reduce((sum, [leaf, gain]) => sum + Math.min(gain, caps.get(leaf) ?? 0), 0)

const wonBy = ({ gain, open }: State): number => [...open.values()].reduce((sum, won) => sum + won, gain)

/** The effort of a set that reaches, found by always taking the task that wins most for its effort; `null` where all do not reach. */
const greedyEffort = (tasks: readonly EstimatedTask[], caps: Caps, needed: number): number | null => {
  const left = [...tasks]
  let state: State = { ...noOffer, open: new Map() }
  while (wonBy(state) < needed) {
    const [next] = left
      .map((task) => ({ task, after: take(state, task, caps) }))
      .filter(({ after }) => wonBy(after) > wonBy(state))
      .sort((a, b) => a.task.effort * (wonBy(b.after) - wonBy(state)) - b.task.effort * (wonBy(a.after) - wonBy(state)))
    if (next === undefined) return null
    left.splice(left.indexOf(next.task), 1)
    state = next.after
  }
  return state.effort
}

const take = (state: State, { id, effort, gains }: EstimatedTask, caps: Caps): State => ({
  effort: state.effort + effort,
  gain: state.gain,
  picked: { task: id, before: state.picked },
  open: new Map([
    ...state.open,
    ...[...gains].map(([leaf, gain]) => [leaf, Math.min(caps.get(leaf) ?? 0, (state.open.get(leaf) ?? 0) + gain)] as const),
  ]),
})

const settle = (state: State, leaves: readonly NodeId[]): State => {
  if (leaves.length === 0) return state
  const open = new Map(state.open)
  for (const leaf of leaves) open.delete(leaf)
  return { ...state, gain: state.gain + leaves.reduce((sum, leaf) => sum + (state.open.get(leaf) ?? 0), 0), open }
}

const keyOf = ({ open }: State): string =>
  [...open]
    .map(([leaf, won]) => `${leaf}\t${won}`)
    .sort()
    .join('\n')

/** States are compared only with those that have won the same on open leaves. */
const unbeaten = (states: readonly State[]): readonly State[] => {
  const alike = new Map<string, State[]>()
  for (const state of states) {
    const key = keyOf(state)
    const group = alike.get(key)
    if (group === undefined) alike.set(key, [state])
    else group.push(state)
  }
  return [...alike.values()].flatMap((group) => paretoFront(group))
}
