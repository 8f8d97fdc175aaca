import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { externalTexts as texts } from '../../language/pages/measured.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type ExternalLeaf, measuredRoutes } from './contract.ts'
import { ExternalImport } from './external-import.tsx'

/** What other evaluations measured in a cycle: by criterion the values that stand, and bringing in a table of them. */
export const ExternalPage = () => {
  const cycles = useCall(measuredRoutes.externalCycles)
  const [chosen, choose] = useAddress('ky')
  return (
    <Loaded call={cycles}>
      {({ cycles: known }) => {
        const cycle = known.find(({ id }) => id === chosen) ?? known[0]
        return (
          <>
            <PageTitle {...(cycle && { under: texts.under(cycle.title) })}>{texts.title}</PageTitle>
            {known.length > 1 && (
              <NativeSelect
                label={texts.cycle}
                data={known.map(({ id, title }) => ({ value: id, label: title }))}
                value={cycle?.id}
                onChange={(event) => choose(event.currentTarget.value)}
                maw={480}
                mb="md"
              />
            )}
            {cycle ? <Leaves key={cycle.id} cycleId={cycle.id} /> : <EmptyState>{texts.noCycle}</EmptyState>}
          </>
        )
      }}
    </Loaded>
  )
}

const Leaves = ({ cycleId }: { readonly cycleId: string }) => {
  const leaves = useCall(measuredRoutes.externalLeaves, { params: { cycleId } })
  return (
    <Loaded call={leaves}>
      {({ cycle, leaves: known }) =>
        known.length === 0 ? (
          <EmptyState>{texts.none}</EmptyState>
        ) : (
          <Stack gap="xl">
            {known.map((leaf) => (
              <Leaf key={`${leaf.group} ${leaf.nodeId}`} leaf={leaf} cycleId={cycleId} year={cycle.year} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  )
}

const Leaf = ({ leaf, cycleId, year }: { readonly leaf: ExternalLeaf; readonly cycleId: string; readonly year: number }) => {
  const [isOpen, setOpen] = useState(false)
  const canBring = holdsAny(useSignedIn(), ['methodOwner'])
  const figure = (count: number): string => formatFigure(String(count))
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="end">
        <div>
          <Title order={2} size="h3">
            {leaf.code} {leaf.name}
          </Title>
          <Text size="sm" c="gray.7">
            {leaf.group}. {texts.scale(leaf.index, formatFigure(leaf.from), formatFigure(leaf.to), formatFigure(leaf.maxPoints))}.{' '}
            {texts.counted(figure(leaf.values.length), figure(leaf.units))}.
          </Text>
        </div>
        {canBring && !isOpen && <Button onClick={() => setOpen(true)}>{texts.bring}</Button>}
      </Group>
      {isOpen && <ExternalImport leaf={leaf} cycleId={cycleId} year={leaf.year ?? year} onClose={() => setOpen(false)} />}
      {leaf.values.length > 0 && (
        <DataTable
          caption={texts.caption}
          isCaptionHidden
          rows={leaf.values}
          keyOf={({ unit }) => unit.id}
          columns={[
            { key: 'unit', title: texts.unit, cell: ({ unit }) => unit.name, isRowHeader: true },
            { key: 'value', title: texts.value, isFigure: true, cell: ({ value }) => formatFigure(value) },
            { key: 'year', title: texts.year, isFigure: true, cell: (each) => each.year },
            { key: 'source', title: texts.source, cell: ({ source }) => source },
          ]}
        />
      )}
    </Stack>
  )
}
