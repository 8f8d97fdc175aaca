import { Button, Group, Table, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { formatFigure } from '../../language/format.ts'
import { panelTexts as texts } from '../../language/pages/measured.ts'
import type { PanelLeaf, PanelUnit } from './contract.ts'
import classes from './measured.module.css'
import { cellId, isMark, type Marks } from './use-marks.ts'

interface Props {
  readonly group: string
  readonly leaves: readonly PanelLeaf[]
  readonly units: readonly PanelUnit[]
  readonly sheet: Marks
}

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }

/** Units × criteria of one group; Enter and the arrows lead to the unit below and above. */
export const PanelGrid = ({ group, leaves, units, sheet }: Props) => {
  const table = useRef<HTMLTableElement>(null)
  const press = (event: KeyboardEvent<HTMLInputElement>, column: number): void => {
    const step = steps[event.key]
    if (step === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    const cells = [...(table.current?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ?? [])]
    const next = cells[cells.indexOf(event.currentTarget) + step]
    next?.focus()
    next?.select()
  }
  return (
    <div className={classes.box}>
      <Table ref={table} className={classes.grid} verticalSpacing={4}>
        <Table.Caption>{texts.caption(group)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.unit}</Table.Th>
            {leaves.map(({ nodeId, code, name, best }) => (
              <Table.Th key={nodeId} scope="col" className={classes.head}>
                {code} {name}
                <Text component="span" size="xs" c="gray.7" display="block">
                  {texts.best(formatFigure(best))}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Table.Tr key={unit.unit.id}>
              <Table.Th scope="row" fw={400}>
                {unit.unit.name}
              </Table.Th>
              {leaves.map((leaf, column) => (
                <Table.Td key={leaf.nodeId}>
                  <MarkCell unit={unit} leaf={leaf} sheet={sheet} column={column} onPress={press} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

interface CellProps {
  readonly unit: PanelUnit
  readonly leaf: PanelLeaf
  readonly sheet: Marks
  readonly column: number
  readonly onPress: (event: KeyboardEvent<HTMLInputElement>, column: number) => void
}

const MarkCell = ({ unit: { unit, stage, isOpen }, leaf, sheet: { view, autosave }, column, onPress }: CellProps) => {
  const id = cellId(unit.id, leaf.nodeId)
  const entry = view.entries.get(id)
  const value = entry?.value ?? ''
  if (!isOpen)
    return (
      <Text size="sm" c="gray.7">
        {value === '' ? texts.notOpen[stage === 'preparing' || stage === 'selfAssessing' ? 'early' : 'late'] : formatFigure(value)}
      </Text>
    )
  const error = value !== '' && !isMark(value, leaf.best) ? texts.wrong(formatFigure(leaf.best)) : entry?.refused?.join(' ')
  return (
    <>
      <TextInput
        size="xs"
        w={90}
        inputMode="decimal"
        autoComplete="off"
        data-column={column}
        aria-label={texts.cell(unit.name, `${leaf.code} ${leaf.name}`)}
        value={value.replace('.', ',')}
        error={error}
        readOnly={view.closed !== undefined}
        onKeyDown={(event) => onPress(event, column)}
        onChange={(event) => autosave.edit([{ id, value: event.currentTarget.value.trim() }], id)}
      />
      {entry?.conflict && (
        <div role="alert">
          <Text size="xs">
            {texts.conflict} {formatFigure(entry.conflict.value)}
          </Text>
          <Group gap={4}>
            <Button size="compact-xs" variant="default" onClick={() => autosave.settle(id, 'theirs')}>
              {texts.takeTheirs}
            </Button>
            <Button size="compact-xs" onClick={() => autosave.settle(id, 'mine')}>
              {texts.keepMine}
            </Button>
          </Group>
        </div>
      )}
    </>
  )
}
