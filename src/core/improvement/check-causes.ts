import { pointsText } from '../exact/points.ts'
import { fold } from '../fold.ts'
import type { NodeId } from '../ids.ts'
import { type Problem, warningAt } from '../problem.ts'
import type { Cause, Loss } from './loss.ts'

/**
 * What a reader of the analysis would ask: a loss without a cause; a cause whose words stand in another area as well, as if it were copied; a cause that no loss has.
 * All are warnings. Source: R004-13 of the requirements (a cause of publishing procedures that stands in two fields of seed plan 4).
 */
export const checkCauses = (losses: readonly Loss[], causes: readonly Cause[]): readonly Problem[] => [
  ...losses
    .filter((loss) => loss.causes.length === 0)
    .map(({ leaf, lost }) => warningAt('lossWithoutCause', leaf, { lost: pointsText(lost) })),
  ...copiedCauses(losses, causes),
  ...causes
    .filter(({ id }) => !losses.some((loss) => loss.causes.includes(id)))
    .map(({ id, text }) => warningAt('causeWithoutLoss', id, { cause: text })),
]

const copiedCauses = (losses: readonly Loss[], causes: readonly Cause[]): readonly Problem[] => {
  const first = new Map<string, { readonly cause: Cause; readonly area: NodeId }>()
  return causes.flatMap((cause) => {
    const area = losses.find((loss) => loss.causes.includes(cause.id))?.area
    if (area === undefined) return []
    const earlier = first.get(fold(cause.text))
    if (earlier === undefined) {
      first.set(fold(cause.text), { cause, area })
      return []
    }
    return earlier.area === area ? [] : [warningAt('causeCopied', cause.id, { cause: cause.text, area: earlier.area })]
  })
}
