import { Accordion, Button, MultiSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { versionTexts as words } from '../../../language/pages/framework-versions.ts'
import type { Refused } from '../../../web/widgets/client.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { frameworkRoutes } from '../contract.ts'
import type { ComparedNode, ComparisonView, FrameworkView } from '../framework-shapes.ts'

interface Props {
  readonly view: ComparisonView
}

/** What became of each old row: proposed, looked at, and kept in the draft by a person. */
export const CodeMapPanel = ({ view }: Props) => (
  <Accordion variant="contained" styles={{ label: { paddingBlock: 8 } }}>
    <Accordion.Item value="map">
      <Accordion.Control>
        {words.mapTitle}
        <Text size="sm" c="gray.7">
          {view.isSettled ? words.mapSettled : words.mapProposed}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <CodeMap view={view} />
      </Accordion.Panel>
    </Accordion.Item>
  </Accordion>
)

const CodeMap = ({ view }: Props) => {
  const draft = useCall(frameworkRoutes.read, { params: { frameworkId: view.now.id } })
  return <Loaded call={draft}>{(now) => <MapForm key={now.version} view={view} now={now} />}</Loaded>
}

const labelOf = ({ code, name }: Pick<ComparedNode, 'code' | 'name'>): string => `${code} ${name}`.trim()

const MapForm = ({ view, now }: Props & { readonly now: FrameworkView }) => {
  const [codeMap, setCodeMap] = useState(view.codeMap)
  const [refused, setRefused] = useState<Refused>()
  const change = useChange(frameworkRoutes.edit)
  const canSettle = now.canChange && view.old.hash !== undefined
  const olds = [...new Map(view.rows.flatMap(({ old }) => old.map((node) => [node.id, node] as const))).values()].filter(
    ({ isLeaf }) => isLeaf,
  )
  const choices = now.rows.map((row) => ({ value: row.id, label: labelOf(row) }))
  const save = async (): Promise<void> => {
    const edits = [{ kind: 'setCodeMap' as const, basedOn: view.old.hash ?? '', codeMap }]
    const outcome = await change.run({ params: { frameworkId: now.id }, ifMatch: now.version, body: { edits } })
    setRefused(outcome.ok ? undefined : outcome)
  }
  return (
    <Stack gap="sm">
      <DataTable
        caption={words.mapCaption}
        isCaptionHidden
        rows={olds}
        keyOf={({ id }) => id}
        columns={[
          { key: 'old', title: words.mapRow, isRowHeader: true, width: 380, cell: labelOf },
          {
            key: 'now',
            title: `${words.mapBecame} (${words.mapHint})`,
            width: 520,
            cell: (node) =>
              canSettle ? (
                <MultiSelect
                  aria-label={words.mapOf(labelOf(node))}
                  data={choices}
                  searchable
                  value={codeMap[node.id] ?? []}
                  onChange={(ids) => setCodeMap({ ...codeMap, [node.id]: ids })}
                />
              ) : (
                (codeMap[node.id] ?? []).map((id) => <div key={id}>{choices.find(({ value }) => value === id)?.label ?? id}</div>)
              ),
          },
        ]}
      />
      {refused && <ErrorState refused={refused} />}
      {canSettle && (
        <div>
          <Button onClick={() => void save()} loading={change.isRunning}>
            {words.mapSave}
          </Button>
        </div>
      )}
    </Stack>
  )
}
