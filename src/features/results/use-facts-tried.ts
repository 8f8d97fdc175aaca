import type { Edit } from '../../core/results/edits.ts'
import type { Refused } from '../../web/widgets/client.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type FactsReply, scenarioRoutes, type TrialReply } from './scenario-contract.ts'

export const withoutRules = (edits: readonly Edit[]): readonly Edit[] => edits.filter(({ kind }) => kind !== 'rule')

interface FactsTried {
  /** Whether all facts that the tried rules need are here. */
  readonly isReady: boolean
  readonly value: FactsReply['facts'] | undefined
  readonly refused: Refused | undefined
}

/** The facts of every unit at the leaves whose rule is tried, fetched when the first is. */
export const useFactsTried = ({ cycle, group }: TrialReply, edits: readonly Edit[]): FactsTried => {
  const nodes = [...new Set(edits.flatMap((edit) => (edit.kind === 'rule' ? [edit.node] : [])))].toSorted()
  const call = useCall(
    scenarioRoutes.facts,
    { params: { cycleId: cycle.id }, query: { group, nodes: nodes.join(',') } },
    { when: nodes.length > 0 },
  )
  return { isReady: nodes.length === 0 || call.value !== undefined, value: call.value?.facts, refused: call.refused }
}
