import type { AutosaveOptions, SaveOutcome } from '../../../web/widgets/autosave/autosave.ts'
import type { Stored } from '../../../web/widgets/autosave/autosave-state.ts'
import { call, type Refused } from '../../../web/widgets/client.ts'
import { type ClaimChange, selfAssessmentRoutes } from '../contract.ts'
import { type Claim, storedClaims, type Typed } from './entry.ts'

type Changes = readonly Stored<Claim>[]

/** The leaf a problem is about: its id, or the place in the request that was not understood. */
const leafOf = (at: string, changes: Changes): string | undefined => {
  const index = /^claims\.(\d+)/.exec(at)?.[1]
  return index === undefined ? changes.find(({ id }) => id === at)?.id : changes[Number(index)]?.id
}

const refusalOf = ({ status, problems }: Refused, changes: Changes): SaveOutcome => {
  if (status === 0 || status === 401 || status === 429 || status >= 500) return { kind: 'lost' }
  if (problems.some(({ code }) => code === 'changedMeanwhile')) return { kind: 'conflict' }
  const sentences = new Map<string, string[]>()
  for (const { at, message } of problems) {
    const id = leafOf(at, changes)
    if (id !== undefined) sentences.set(id, [...(sentences.get(id) ?? []), message])
  }
  return sentences.size ? { kind: 'refused', sentences } : { kind: 'closed', message: problems.map(({ message }) => message).join(' ') }
}

const changeOf = ({ id, version, value: { inputs, ...claim } }: Stored<Claim>): ClaimChange => ({
  nodeId: id,
  version,
  ...claim,
  ...(inputs && { inputs: inputs as NonNullable<ClaimChange['inputs']> }),
})

/** How one sheet is saved, and looked at again where another came first. */
export const savingOf =
  (params: { readonly cycleId: string; readonly unitId: string }) =>
  (nodeIds: readonly string[]): Pick<AutosaveOptions<Claim, Typed>, 'save' | 'reload'> => ({
    save: async (changes) => {
      const outcome = await call(selfAssessmentRoutes.change, { params, body: { claims: changes.map(changeOf) } })
      if (!outcome.ok) return refusalOf(outcome, changes)
      const versions = new Map(outcome.value.saved.map(({ nodeId, version }) => [nodeId, version]))
      return { kind: 'saved', versions, savedAt: new Date(outcome.value.savedAt) }
    },
    reload: async () => {
      const fresh = await call(selfAssessmentRoutes.sheet, { params })
      return fresh.ok ? storedClaims(nodeIds, fresh.value.claims) : undefined
    },
  })
