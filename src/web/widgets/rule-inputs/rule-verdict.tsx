import { Text } from '@mantine/core'
import { type Points, pointsText } from '../../../core/exact/points.ts'
import type { LeafOutcome } from '../../../core/rules/leaf-outcome.ts'
import type { Trace } from '../../../core/score.ts'
import { formatFigure } from '../../../language/format.ts'
import { formulaWords } from '../../../language/formula-words.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { ruleTraceSentence } from '../../../language/rule-trace.ts'
import { questionLabel } from '../../../language/rule-words.ts'
import classes from './rule-inputs.module.css'

const verdictOf = (outcome: LeafOutcome, max: Points): string => {
  if (outcome.status === 'scored')
    return texts.points(formatFigure(pointsText(outcome.points)), formatFigure(pointsText(outcome.appliedMax ?? max)))
  if (outcome.status === 'notApplicable') return texts.doesNotArise
  if (outcome.status === 'refused') return texts.refused
  if (outcome.awaitsPeers) return texts.awaitsPeers
  if (outcome.needed.length === outcome.questions.length) return texts.waiting
  return texts.missing(outcome.needed.map((question) => questionLabel(question)))
}

/** What the facts give: points, or what is still to be told, or that they cannot be; and how the points came about. */
export const RuleVerdict = ({ outcome, max }: { readonly outcome: LeafOutcome; readonly max: Points }) => (
  <div className={classes.verdict} data-status={outcome.status}>
    <Text role="status" fw={outcome.status === 'scored' ? 700 : 500}>
      {verdictOf(outcome, max)}
    </Text>
    {'trace' in outcome && (
      <details open>
        <summary>{texts.why}</summary>
        <Steps
          traces={outcome.trace.parts ?? [outcome.trace]}
          labels={new Map(outcome.questions.map((question) => [question.name, questionLabel(question)]))}
        />
      </details>
    )}
  </div>
)

type Labels = ReadonlyMap<string, string>

/** A trace names inputs as the rule does; here they are called as in the form. */
const inWords = (facts: Readonly<Record<string, string>>, labels: Labels): Readonly<Record<string, string>> => {
  const named = (['name', 'formula', 'if', 'label'] as const).flatMap((fact) =>
    facts[fact] === undefined
      ? []
      : [[fact, labels.get(facts[fact]) ?? (fact === 'label' ? facts[fact] : formulaWords(facts[fact], labels))]],
  )
  return { ...facts, ...(Object.fromEntries(named) as Record<string, string>) }
}

const Steps = ({ traces, labels }: { readonly traces: readonly Trace[]; readonly labels: Labels }) => (
  <ol className={classes.steps}>
    {traces.map((trace, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <li key={index}>
        {ruleTraceSentence(trace.result, inWords(trace.facts ?? {}, labels))}
        {trace.parts && <Steps traces={trace.parts} labels={labels} />}
      </li>
    ))}
  </ol>
)
