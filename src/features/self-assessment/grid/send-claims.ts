import { call, type Refused } from '../../../web/widgets/client.ts'
import { selfAssessmentRoutes } from '../contract.ts'
import type { SaveOutcome, SendClaims } from './autosave.ts'

/** The leaf a problem is about: its id, or the place in the request that was not understood. */
const leafOf = (at: string, claims: Parameters<SendClaims>[0]): string | undefined => {
  const index = /^claims\.(\d+)/.exec(at)?.[1]
  return index === undefined ? claims.find(({ nodeId }) => nodeId === at)?.nodeId : claims[Number(index)]?.nodeId
}

const refusalOf = ({ status, problems }: Refused, claims: Parameters<SendClaims>[0]): SaveOutcome => {
  if (status === 0 || status === 401 || status === 429 || status >= 500) return { kind: 'unreachable' }
  const refusals = problems.flatMap(({ at, message }) => {
    const nodeId = leafOf(at, claims)
    return nodeId ? [{ nodeId, message }] : []
  })
  return refusals.length ? { kind: 'refused', refusals } : { kind: 'closed', message: problems.map(({ message }) => message).join(' ') }
}

/** Saves claims of one sheet; where another came first, looks at how the sheet stands now. */
export const sendClaimsOf =
  (params: { readonly cycleId: string; readonly unitId: string }): SendClaims =>
  async (claims) => {
    const body = { claims: claims.map(({ nodeId, version, claim }) => ({ nodeId, version, ...claim })) }
    const outcome = await call(selfAssessmentRoutes.change, { params, body })
    if (outcome.ok) return { kind: 'saved', saved: outcome.value.saved, savedAt: new Date(outcome.value.savedAt) }
    if (!outcome.problems.some(({ code }) => code === 'changedMeanwhile')) return refusalOf(outcome, claims)
    const fresh = await call(selfAssessmentRoutes.sheet, { params })
    return fresh.ok ? { kind: 'conflict', fresh: fresh.value.claims } : { kind: 'unreachable' }
  }
