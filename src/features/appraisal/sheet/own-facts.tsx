import { Stack, Text } from '@mantine/core'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { appraisalTexts } from '../../../language/pages/appraisal.ts'
import { RuleInputs } from '../../../web/widgets/rule-inputs/rule-inputs.tsx'
import type { AppraisalLeaf } from '../shapes.ts'
import { type Draft, enterFacts } from './draft.ts'

interface Props {
  readonly node: FrameworkNode
  readonly leaf: AppraisalLeaf
  readonly draft: Draft
  readonly canChange: boolean
  readonly onEdit: (draft: Draft) => void
}

/** Facts entered anew through the rule of the leaf, beside those of the unit. Nothing where the rule asks for none. */
export const OwnFacts = ({ node, leaf, draft, canChange, onEdit }: Props) => {
  const rule = factsRuleOf(node)
  if (!rule) return null
  const claimed = leaf.claim?.inputs as Inputs | undefined
  return (
    <Stack gap={6}>
      <Text fw={600}>{appraisalTexts.ownFacts}</Text>
      <RuleInputs
        key={node.id}
        leaf={node}
        rule={rule}
        inputs={draft.inputs ?? {}}
        readOnly={!canChange}
        beside={claimed ? [{ title: appraisalTexts.unitFacts, inputs: claimed }] : []}
        onChange={(inputs) => onEdit(enterFacts(draft, node, rule, inputs))}
      />
    </Stack>
  )
}
