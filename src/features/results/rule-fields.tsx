import { Button, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { RuleFile } from '../../core/framework/draft/edit.ts'
import type { Framework, FrameworkNode } from '../../core/framework/framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import type { Edit } from '../../core/results/edits.ts'
import { factsRuleOf } from '../../core/rules/leaf-outcome.ts'
import { ruleMaximum } from '../../core/rules/rule-maximum.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'
import { readRuleForm } from '../../web/widgets/rule-form/read-rule-form.ts'
import { RuleForm } from '../../web/widgets/rule-form/rule-form.tsx'

interface Props {
  readonly framework: Framework
  readonly onAdd: (edit: Edit) => void
}

const ParametersOf = ({ leaf, year, onAdd }: { readonly leaf: FrameworkNode; readonly year: number } & Pick<Props, 'onAdd'>) => {
  const stands = leaf.rule as RuleFile
  const [file, setFile] = useState(stands)
  const max = ruleMaximum(leaf)
  const isChanged = JSON.stringify(file) !== JSON.stringify(stands)
  const canAdd = isChanged && readRuleForm(file, max).rule !== undefined
  return (
    <RuleForm rule={file} max={max} year={year} isFixed={false} onChange={setFile}>
      <Group gap="sm">
        <Button disabled={!canAdd} onClick={() => onAdd({ kind: 'rule', node: leaf.id, rule: file })}>
          {words.add}
        </Button>
        <Button variant="default" disabled={!isChanged} onClick={() => setFile(stands)}>
          {words.ruleBack}
        </Button>
      </Group>
    </RuleForm>
  )
}

/** Another rule at a leaf where facts are entered: its parameters in the form by which rules are made, with the sentence and a trial beside it. */
export const RuleFields = ({ framework, onAdd }: Props) => {
  const [node, setNode] = useState<string | null>(null)
  const leaves = leavesOf(framework.nodes).filter((leaf) => factsRuleOf(leaf))
  const leaf = leaves.find(({ id }) => id === node)
  if (leaves.length === 0) return <Text c="gray.7">{words.noRules}</Text>
  return (
    <>
      <Select
        label={words.criterion}
        description={words.ruleHint}
        data={leaves.map(({ id, code, name }) => ({ value: id as string, label: `${code} ${name}`.trim() }))}
        value={node}
        onChange={setNode}
        searchable
        limit={150}
        maw={560}
      />
      {leaf && <ParametersOf key={leaf.id} leaf={leaf} year={framework.year} onAdd={onAdd} />}
    </>
  )
}
