import type { FrameworkNode } from '../../core/framework/framework.ts'
import { basisOfFacts } from '../../core/rules/basis-of-facts.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import { basisWords } from '../../language/basis-words.ts'

/** The ground that facts give for not applying, as a sentence; where somebody wrote one, that one stands instead. */
export const basisOfScore = (leaf: FrameworkNode | undefined, inputs: Inputs | undefined): string | undefined => {
  const basis = leaf && inputs && basisOfFacts(leaf, inputs)
  return basis === undefined ? undefined : basisWords(basis)
}
