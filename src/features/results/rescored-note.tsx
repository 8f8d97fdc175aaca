import { List, Text } from '@mantine/core'
import { leavesOf } from '../../core/framework/walk.ts'
import { countRescored } from '../../core/results/edit-rule.ts'
import type { Edit } from '../../core/results/edits.ts'
import type { Trial } from '../../core/results/trial.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'

/** Of each rule that is tried: how many units it scored anew, and how many lack what it asks. */
export const RescoredNote = ({ trial, edits }: { readonly trial: Trial | undefined; readonly edits: readonly Edit[] }) => {
  const nodes = [...new Set(edits.flatMap((edit) => (edit.kind === 'rule' ? [edit.node] : [])))]
  if (!trial || nodes.length === 0) return null
  const names = new Map<string, string>(leavesOf(trial.framework.nodes).map(({ id, code, name }) => [id, `${code} ${name}`.trim()]))
  return (
    <div role="status" aria-label={words.rescoredTitle}>
      <List spacing={2}>
        {nodes.map((node) => {
          const { units, lacking } = countRescored(trial, node)
          return (
            <List.Item key={node}>
              <Text span>{words.rescored(names.get(node) ?? node, units)}</Text>
              {lacking > 0 && <Text span>{` ${words.lacking(lacking)}`}</Text>}
            </List.Item>
          )
        })}
      </List>
    </div>
  )
}
