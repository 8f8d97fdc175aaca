import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import type { FrameworkRow } from './framework-shapes.ts'
import { countsText } from './counts-text.ts'
import { HeadPanel, type HeadPart } from './head-panel.tsx'
import { ProblemPanel } from './problem-panel.tsx'
import { RowPanel } from './row-panel.tsx'
import { Sheet } from './sheet/sheet.tsx'
import { problemsByPlace, visibleRows } from './sheet/visible-rows.ts'
import { useDraft } from './use-draft.ts'
import { useGo } from './use-go.ts'

const words = frameworkTexts.table
const otherPlaces = new Set(['total', 'classes'])

/** Head, open problems and the table, with search and filter over it. */
export const FrameworkSheet = () => {
  const { view } = useDraft()
  const [search, setSearch] = useAddress('tim')
  const [only, setOnly] = useAddress('van-de')
  const [opened, setOpened] = useState<FrameworkRow>()
  const go = useGo()
  const places = useMemo(() => problemsByPlace(view.problems), [view.problems])
  const rows = useMemo(() => visibleRows(view.rows, { search, onlyProblems: only !== '' }, places), [view.rows, search, only, places])
  const rowIds = useMemo(() => new Set(view.rows.map(({ id }) => id)), [view.rows])
  const withProblems = view.rows.filter(({ id }) => places.get(id)?.some(({ state }) => state === 'open')).length
  // Which of several tables was read is said and settled above, with the way to read another.
  const headProblems = view.problems.filter(
    ({ problem, state }) =>
      !rowIds.has(problem.at) && !otherPlaces.has(problem.at) && !(state === 'open' && problem.code === 'severalTables'),
  )
  const [parts, setParts] = useState<readonly HeadPart[]>(headProblems.length > 0 ? ['head'] : [])
  const toPlace = (at: string): void => {
    if (!rowIds.has(at) && at !== 'total') setParts([...parts, at === 'classes' ? 'rules' : 'head'])
    go(at)
  }
  return (
    <>
      <HeadPanel problems={headProblems} classProblems={places.get('classes') ?? []} opened={parts} onOpen={setParts} />
      {view.status === 'draft' && <ProblemPanel onGo={toPlace} />}
      <Group justify="space-between" align="flex-end" mb="xs" className="no-print">
        <Group gap="md" align="flex-end">
          <SearchBox value={search} onChange={setSearch} label={words.search} />
          {view.status === 'draft' && (
            <Checkbox
              mb={8}
              label={words.onlyProblems(withProblems)}
              checked={only !== ''}
              onChange={(event) => setOnly(event.currentTarget.checked ? '1' : '')}
            />
          )}
        </Group>
        <Text size="sm" c="gray.7">
          {countsText(view)}
        </Text>
      </Group>
      {view.canChange && (
        <Text size="sm" c="gray.7" mb="xs" className="no-print" visibleFrom="sm">
          {words.keys}
        </Text>
      )}
      {rows.length === 0 ? (
        <EmptyState
          action={
            <Button variant="default" onClick={() => (setSearch(''), setOnly(''))}>
              {words.showAll}
            </Button>
          }
        >
          {words.noMatch}
        </EmptyState>
      ) : (
        <Sheet rows={rows} places={places} onOpen={setOpened} />
      )}
      {view.canChange && <AddArea />}
      {opened && (
        <RowPanel key={opened.id} row={view.rows.find(({ id }) => id === opened.id) ?? opened} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

const AddArea = () => {
  const { edit } = useDraft()
  const add = () => edit({ kind: 'addRow', place: 'under', at: '', code: '', name: frameworkTexts.row.newName, maxPoints: '' })
  return (
    <Button variant="default" mt="sm" onClick={() => void add()} className="no-print">
      {words.addArea}
    </Button>
  )
}
