import { Button, Group, List, Text, Title } from '@mantine/core'
import type { Framework } from '../../core/framework/framework.ts'
import { leavesOf, walkNodes } from '../../core/framework/walk.ts'
import type { Edit } from '../../core/results/edits.ts'
import { ruleMaximum } from '../../core/rules/rule-maximum.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'
import { readRuleForm } from '../../web/widgets/rule-form/read-rule-form.ts'
import type { TrialReply } from './scenario-contract.ts'

interface Props {
  readonly framework: Framework
  readonly units: TrialReply['units']
  readonly edits: readonly Edit[]
  readonly onChange: (edits: readonly Edit[]) => void
}

const sentenceOf = (edit: Edit, { framework, units }: Pick<Props, 'framework' | 'units'>): string => {
  const nodeName = (id: string): string => {
    const node = [...walkNodes(framework.nodes)].find((each) => each.node.id === id)?.node
    return node ? `${node.code} ${node.name}`.trim() : id
  }
  if (edit.kind === 'notApplicable') return words.treatmentSentence(words.treatments[edit.treatment])
  if (edit.kind === 'rule') {
    const leaf = leavesOf(framework.nodes).find(({ id }) => id === edit.node)
    const sentence = leaf && readRuleForm(edit.rule, ruleMaximum(leaf)).sentence
    return words.ruleSentence(nodeName(edit.node), sentence ?? '')
  }
  if (edit.kind === 'maximum') return words.maximumSentence(nodeName(edit.node), edit.points)
  const unit = units.find((each) => each.unit.id === edit.unit)?.unit.name ?? words.everyUnit
  const value = edit.status === 'scored' ? words.pointsValue(edit.points ?? '') : words.statuses[edit.status]
  return words.scoreSentence(unit, nodeName(edit.node), value)
}

/** What is being tried, each change with its way back. */
export const EditList = ({ framework, units, edits, onChange }: Props) => (
  <section>
    <Title order={2} size="h4" mb="xs">
      {words.edits}
    </Title>
    {edits.length === 0 ? (
      <Text c="gray.7">{words.none}</Text>
    ) : (
      <List spacing={4}>
        {edits.map((edit, at) => {
          const sentence = sentenceOf(edit, { framework, units })
          return (
            <List.Item key={`${at} ${sentence}`}>
              <Group gap="xs">
                <Text span>{sentence}</Text>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.removeOf(sentence)}
                  onClick={() => onChange(edits.toSpliced(at, 1))}
                >
                  {words.remove}
                </Button>
              </Group>
            </List.Item>
          )
        })}
      </List>
    )}
    {edits.length > 1 && (
      <Button mt="xs" size="compact-sm" variant="default" onClick={() => onChange([])}>
        {words.clear}
      </Button>
    )}
  </section>
)
