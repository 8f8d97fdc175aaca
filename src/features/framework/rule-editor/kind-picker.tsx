import { Stack, Text, Title } from '@mantine/core'
import type { Points } from '../../../core/exact/points.ts'
import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import { ruleEditorTexts, ruleKindGroups } from '../../../language/pages/rule-editor.ts'
import { ruleTitle } from '../../../language/rule-words.ts'
import { readRuleForm } from '../../../web/widgets/rule-form/read-rule-form.ts'
import classes from '../../../web/widgets/rule-form/rule-form.module.css'
import { startRule } from '../../../web/widgets/rule-form/start-rule.ts'

interface Props {
  readonly max: Points
  readonly year: number
  readonly onChoose: (rule: RuleFile) => void
}

const words = ruleEditorTexts.editor

/** Every kind by its title and by the sentence that it begins with, for the maximum of this very row. */
export const KindPicker = ({ max, year, onChoose }: Props) => (
  <Stack gap="md" component="section" aria-label={words.choose}>
    <div>
      <Title order={2}>{words.choose}</Title>
      <Text c="gray.7">{words.chooseHint}</Text>
    </div>
    {ruleKindGroups.map(({ title, kinds }) => (
      <div key={title}>
        <Title order={3} size="h4" mb={6}>
          {title}
        </Title>
        <div className={classes.kinds}>
          {kinds.map((kind) => {
            const rule = startRule(kind, max, year)
            return (
              <button key={kind} type="button" className={classes.kind} onClick={() => onChoose(rule)}>
                <strong>{ruleTitle(kind)}</strong>
                <span>{readRuleForm(rule, max).sentence}</span>
              </button>
            )
          })}
        </div>
      </div>
    ))}
  </Stack>
)
