import { NativeSelect, Stack } from '@mantine/core'
import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import { isRuleKind, ruleKindNames } from '../../../core/rules/registry.ts'
import { ruleTitle } from '../../../language/rule-words.ts'
import { PlainField } from './plain-field.tsx'
import { ruleFields } from './rule-fields.ts'
import { useRuleForm } from './rule-form-context.ts'
import classes from './rule-form.module.css'
import { placeRule } from './start-rule.ts'
import { valueAt } from './rule-value.ts'

const max = { type: 'points', at: 'max', optional: true } as const

/** A rule within a rule: its kind, its own maximum, its parameters. */
export const NestedRule = ({ place, label }: { readonly place: string; readonly label: string }) => {
  const { rule, replace, max: most, year, isFixed, Field } = useRuleForm()
  const nested = valueAt(rule, place) as RuleFile | undefined
  const kind = nested && isRuleKind(nested.kind) ? nested.kind : undefined
  return (
    <Stack gap="sm" className={classes.nested}>
      <NativeSelect
        label={label}
        value={kind ?? ''}
        disabled={isFixed}
        data={ruleKindNames.map((each) => ({ value: each, label: ruleTitle(each) }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          if (isRuleKind(chosen)) replace(placeRule(rule, place, chosen, most, year))
        }}
      />
      {kind && <PlainField field={max} kind={kind} base={place} list={place} />}
      {kind && ruleFields[kind].map((field) => <Field key={field.at} field={field} kind={kind} base={place} list="" />)}
    </Stack>
  )
}
