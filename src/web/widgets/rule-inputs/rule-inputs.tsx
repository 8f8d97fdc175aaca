import { Stack } from '@mantine/core'
import { type KeyboardEvent, type Ref, useMemo } from 'react'
import { fractionOfPoints } from '../../../core/exact/fraction.ts'
import { enterInput, inputAt } from '../../../core/rules/enter-input.ts'
import type { AskedQuestion, Inputs } from '../../../core/rules/inputs.ts'
import { type LeafOutcome, type RuledLeaf, scoreLeaf } from '../../../core/rules/leaf-outcome.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { inputRefusal } from '../../../language/input-refusal.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { ruleSentence } from '../../../language/rules.ts'
import { answerText } from './answer.ts'
import { nextField } from './field-focus.ts'
import { InputField } from './input-field.tsx'
import classes from './rule-inputs.module.css'
import { RuleVerdict } from './rule-verdict.tsx'

/** Facts that somebody else entered, or those of last year, to stand beside the fields. */
export interface FactsBeside {
  readonly title: string
  readonly inputs: Inputs
}

interface Props {
  readonly leaf: RuledLeaf
  /** `factsRuleOf(leaf)`. */
  readonly rule: Rule
  readonly inputs: Inputs
  /** The facts after each change; `field` names the one that was typed into, so that typing on is one step. */
  readonly onChange: (inputs: Inputs, field: string) => void
  readonly readOnly?: boolean
  readonly beside?: readonly FactsBeside[]
  /** Enter in the last field. */
  readonly onDone?: () => void
  /** Escape. */
  readonly onLeave?: () => void
  readonly ref?: Ref<HTMLFieldSetElement>
}

const besideText = (question: AskedQuestion, beside: readonly FactsBeside[]): string | undefined => {
  const said = beside.flatMap(({ title, inputs }) => {
    const text = answerText(question, inputAt(inputs, question.path))
    return text === undefined ? [] : [`${title}: ${text}`]
  })
  return said.length === 0 ? undefined : said.join(' · ')
}

const errorOf = (question: AskedQuestion, outcome: LeafOutcome): string | undefined => {
  if (outcome.status !== 'refused') return undefined
  const own = outcome.problems.filter(({ at }) => at === question.name || at.startsWith(`${question.name}.`))
  return own.length === 0 ? undefined : own.map((problem) => inputRefusal(problem)).join(' ')
}

/** Problems that belong to no field: a formula that cannot be worked out. */
const others = (outcome: LeafOutcome): readonly string[] =>
  outcome.status === 'refused'
    ? outcome.problems.filter(({ at }) => !outcome.questions.some(({ name }) => at === name || at.startsWith(`${name}.`))).map(inputRefusal)
    : []

/** The facts of one criterion as fields by their type, with the sentence of the rule above, the points and how they came about below. */
export const RuleInputs = (props: Props) => {
  const { leaf, rule, inputs, onChange, readOnly = false, beside = [], onDone, onLeave, ref } = props
  const outcome = useMemo(() => scoreLeaf(leaf, rule, inputs), [leaf, rule, inputs])
  const press = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && onLeave) {
      event.preventDefault()
      event.stopPropagation()
      return onLeave()
    }
    const from = event.target as HTMLElement
    if (event.key !== 'Enter' || !(from instanceof HTMLInputElement || from instanceof HTMLTextAreaElement) || event.shiftKey) return
    event.preventDefault()
    const next = nextField(event.currentTarget, from)
    if (!next) return onDone?.()
    next.focus()
    if (next instanceof HTMLInputElement && next.type === 'text') next.select()
  }
  return (
    // Keys are heard for the fields within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={classes.form} onKeyDown={press} ref={ref} aria-label={texts.facts}>
      <p className={classes.rule}>{ruleSentence(rule, fractionOfPoints(leaf.maxPoints))}</p>
      <Stack gap="sm">
        {outcome.questions.map((question) => (
          <InputField
            key={question.name}
            question={question}
            value={inputAt(inputs, question.path)}
            error={errorOf(question, outcome)}
            readOnly={readOnly}
            beside={besideText(question, beside)}
            onChange={(value) => onChange(enterInput(inputs, question.path, value), question.name)}
          />
        ))}
      </Stack>
      {others(outcome).map((sentence) => (
        <p key={sentence} role="alert">
          {sentence}
        </p>
      ))}
      <RuleVerdict outcome={outcome} max={leaf.maxPoints} />
    </fieldset>
  )
}
