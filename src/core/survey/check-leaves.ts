import type { Problem } from '../problem.ts'
import type { Column } from './columns.ts'
import { questionnaireFault } from './fault.ts'
import type { LeafMeasure, Questionnaire } from './questionnaire-file.ts'

const questionProblems = (measure: LeafMeasure, columns: readonly Column[]): readonly Problem[] => {
  const named = [...measure.questions, ...measure.parts.flat()]
  return named.flatMap((id, index) => {
    const column = columns.find((each) => each.id === id)
    if (!column) return [questionnaireFault('unknownQuestion', measure.leaf, id, { other: measure.leaf })]
    return [
      ...(column.measure === 'levels' ? [] : [questionnaireFault('notMeasurable', measure.leaf, id, { other: measure.leaf })]),
      ...(named.indexOf(id) === index ? [] : [questionnaireFault('countedTwice', measure.leaf, id, { other: measure.leaf })]),
    ]
  })
}

/** Each leaf once, measured by levels alone, by questions or by parts, and with weights where it weighs groups. */
export const checkLeaves = ({ leaves, groups }: Questionnaire, columns: readonly Column[]): readonly Problem[] =>
  leaves.flatMap((measure, index) => {
    const { leaf, questions, parts, weighted } = measure
    const isRepeat = leaves.findIndex((each) => each.leaf === leaf) !== index
    const isUnweighted = weighted && !groups.some(({ weight }) => weight !== undefined && weight.n > 0n)
    const lacksWeight = weighted && !isUnweighted ? groups.filter(({ weight }) => weight === undefined) : []
    return [
      ...(isRepeat ? [questionnaireFault('repeatedLeaf', leaf, leaf)] : []),
      ...(questions.length > 0 === parts.length > 0 ? [questionnaireFault('questionsOrParts', leaf, leaf)] : []),
      ...(measure.maxPoints > 0 ? [] : [questionnaireFault('badMaximum', leaf, leaf)]),
      ...(isUnweighted ? [questionnaireFault('noWeights', leaf, leaf)] : []),
      ...lacksWeight.map(({ id }) => questionnaireFault('missingWeight', leaf, id, { other: leaf })),
      ...questionProblems(measure, columns),
    ]
  })
