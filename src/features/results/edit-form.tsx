import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import type { Edit } from '../../core/results/edits.ts'
import { treatments, type Treatment } from '../../core/vocabulary.ts'
import { scenarioWords as words } from '../../language/pages/scenario.ts'
import { RuleFields } from './rule-fields.tsx'
import type { TrialReply } from './scenario-contract.ts'

type Kind = Edit['kind']
type Status = Extract<Edit, { kind: 'score' }>['status']

interface Props {
  readonly framework: Framework
  readonly units: TrialReply['units']
  readonly onAdd: (edit: Edit) => void
}

const title = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} ${name}`.trim()
const statuses: readonly Status[] = ['scored', 'notApplicable', 'missing', 'notMeasured']

const ScoreFields = ({ framework, units, onAdd }: Props) => {
  const [unit, setUnit] = useState<string | null>(units.length === 1 ? (units[0]?.unit.id ?? null) : null)
  const [node, setNode] = useState<string | null>(null)
  const [status, setStatus] = useState<Status>('scored')
  const [points, setPoints] = useState('')
  const leaves = [...walkNodes(framework.nodes)].filter(({ node: each }) => each.children.length === 0).map((each) => each.node)
  const leaf = leaves.find(({ id }) => id === node)
  const read = parsePoints(points)
  const isWhole = node !== null && (status !== 'scored' || read !== undefined)
  const add = (): void => {
    if (node === null) return
    onAdd({
      kind: 'score',
      ...(unit && { unit }),
      node,
      status,
      ...(status === 'scored' && read !== undefined && { points: pointsText(read) }),
    })
    setPoints('')
  }
  return (
    <>
      {units.length > 1 && (
        <Select
          label={words.unit}
          placeholder={words.everyUnit}
          data={units.map((each) => ({ value: each.unit.id, label: each.unit.name }))}
          value={unit}
          onChange={setUnit}
          searchable
          clearable
          limit={50}
          w={260}
        />
      )}
      <Select
        label={words.criterion}
        data={leaves.map((each) => ({ value: each.id as string, label: title(each) }))}
        value={node}
        onChange={setNode}
        searchable
        limit={150}
        w={320}
      />
      <Select
        label={words.status}
        data={statuses.map((each) => ({ value: each, label: words.statuses[each] }))}
        value={status}
        onChange={(value) => setStatus((value ?? 'scored') as Status)}
        allowDeselect={false}
        w={160}
      />
      {status === 'scored' && (
        <TextInput
          label={leaf ? `${words.points} (0–${pointsText(leaf.maxPoints).replace('.', ',')})` : words.points}
          inputMode="decimal"
          value={points}
          onChange={(event) => setPoints(event.currentTarget.value)}
          w={130}
        />
      )}
      <Button disabled={!isWhole} onClick={add}>
        {words.add}
      </Button>
    </>
  )
}

const TreatmentFields = ({ onAdd }: Pick<Props, 'onAdd'>) => {
  const [treatment, setTreatment] = useState<Treatment>('zero')
  return (
    <>
      <Select
        label={words.treatment}
        data={treatments.map((each) => ({ value: each, label: words.treatments[each] }))}
        value={treatment}
        onChange={(value) => setTreatment((value ?? 'zero') as Treatment)}
        allowDeselect={false}
        w={320}
      />
      <Button onClick={() => onAdd({ kind: 'notApplicable', treatment })}>{words.add}</Button>
    </>
  )
}

const MaximumFields = ({ framework, onAdd }: Pick<Props, 'framework' | 'onAdd'>) => {
  const [node, setNode] = useState<string | null>(null)
  const [points, setPoints] = useState('')
  const nodes = [...walkNodes(framework.nodes)]
  const found = nodes.find((each) => each.node.id === node)?.node
  const read = parsePoints(points)
  return (
    <>
      <Select
        label={words.node}
        data={nodes.map(({ node: each }) => ({ value: each.id as string, label: title(each) }))}
        value={node}
        onChange={setNode}
        searchable
        limit={150}
        w={320}
      />
      <TextInput
        label={words.newMaximum}
        description={found && words.nowMaximum(pointsText(found.maxPoints))}
        inputMode="decimal"
        value={points}
        onChange={(event) => setPoints(event.currentTarget.value)}
        w={150}
      />
      <Button
        disabled={!node || read === undefined || read <= 0}
        onClick={() => node && read !== undefined && onAdd({ kind: 'maximum', node, points: pointsText(read) })}
      >
        {words.add}
      </Button>
    </>
  )
}

const kinds = ['score', 'notApplicable', 'maximum', 'rule'] as const

/** One change to try: a score, what becomes of leaves that do not apply, a maximum, or a rule. */
export const EditForm = (props: Props) => {
  const [kind, setKind] = useState<Kind>('score')
  return (
    <Stack gap="sm" className="no-print">
      <Group gap="sm" align="flex-end">
        <Select
          label={words.kind}
          data={kinds.map((each) => ({ value: each, label: words.kinds[each] }))}
          value={kind}
          onChange={(value) => setKind((value ?? 'score') as Kind)}
          allowDeselect={false}
          w={300}
        />
        {kind === 'score' && <ScoreFields {...props} />}
        {kind === 'notApplicable' && <TreatmentFields {...props} />}
        {kind === 'maximum' && <MaximumFields {...props} />}
      </Group>
      {kind === 'rule' && <RuleFields {...props} />}
    </Stack>
  )
}
