import { Group, Select, Stack, Text } from '@mantine/core'
import { fold } from '../../core/fold.ts'
import { panelTexts as texts } from '../../language/pages/measured.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SaveState } from '../../web/widgets/save-state.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { measuredRoutes } from './contract.ts'
import { PanelGrid } from './panel-grid.tsx'
import { type PanelSheet, progressOf, useMarks } from './use-marks.ts'

/** Where leaders mark: units by the criteria that a panel marks. */
export const PanelPage = () => {
  const panels = useCall(measuredRoutes.panels)
  const [chosen, choose] = useAddress('ky')
  return (
    <Loaded call={panels}>
      {({ cycles }) => {
        const cycle = cycles.find(({ id }) => id === chosen) ?? cycles[0]
        return (
          <>
            <PageTitle {...(cycle && { under: texts.under(cycle.title) })}>{texts.title}</PageTitle>
            {cycles.length > 1 && (
              <Select
                label={texts.cycle}
                data={cycles.map(({ id, title }) => ({ value: id, label: title }))}
                value={cycle?.id ?? null}
                onChange={(id) => choose(id ?? '')}
                allowDeselect={false}
                maw={480}
                mb="md"
              />
            )}
            {cycle ? <OwnMarks key={cycle.id} cycleId={cycle.id} /> : <EmptyState title={texts.noneYet}>{texts.noneYetHint}</EmptyState>}
          </>
        )
      }}
    </Loaded>
  )
}

const OwnMarks = ({ cycleId }: { readonly cycleId: string }) => {
  const marks = useCall(measuredRoutes.ownMarks, { params: { cycleId } })
  return <Loaded call={marks}>{(value) => <Marks given={value} />}</Loaded>
}

const Marks = ({ given }: { readonly given: PanelSheet }) => {
  const sheet = useMarks(given)
  const [search, setSearch] = useAddress('tim')
  const { done, all } = progressOf(given, sheet)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end">
        <SearchBox value={search} onChange={setSearch} label={texts.searchLabel} hint={texts.searchHint} />
        <SaveState state={sheet.view.saving} />
      </Group>
      <Text size="sm" c="gray.7">
        {texts.progress(String(done), String(all))}. {texts.keys}
      </Text>
      {sheet.view.closed && <Text role="alert">{sheet.view.closed}</Text>}
      {given.groups.map(({ group, leaves }) => (
        <PanelGrid
          key={group}
          group={group}
          leaves={leaves}
          units={given.units.filter((unit) => unit.group === group && fold(`${unit.unit.name} ${unit.unit.code}`).includes(fold(search)))}
          sheet={sheet}
        />
      ))}
    </Stack>
  )
}
