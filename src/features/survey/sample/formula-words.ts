import { quantileOf } from '../../../core/survey/confidence.ts'
import { roundFraction } from '../../../core/exact/round.ts'
import type { SampleChoices, SamplePlan } from '../../../core/survey/plan-sample.ts'
import { formatFigure } from '../../../language/format.ts'
import { surveySampleTexts } from '../../../language/pages/survey-field.ts'
import { figure, percentText } from './figures.ts'

/** The formula with its figures, so that the size can be worked out again by hand. */
export const formulaWords = ({ formula, confidence, margin, share }: SampleChoices, { population, size }: SamplePlan): string => {
  const e = `${percentText(margin)}%`
  if (formula === 'yamane') return surveySampleTexts.inWords.yamane(e, figure(population), figure(size))
  const z = formatFigure(roundFraction(quantileOf(confidence), 3))
  return surveySampleTexts.inWords.cochran(z, `${percentText(share)}%`, e, figure(population), figure(size))
}
