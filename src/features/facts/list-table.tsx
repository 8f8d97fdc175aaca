import { CloseButton, Table, Text, TextInput } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import type { ColumnType } from '../../core/facts/fact-field.ts'
import type { FactLine } from '../../core/facts/fact-value.ts'
import { parsePlain } from '../../core/facts/parse-fact.ts'
import { factColumns } from '../../language/fact-words.ts'
import { factsTexts as texts } from '../../language/pages/facts.ts'
import classes from './facts.module.css'
import { plainText } from './register-values.ts'

interface Props {
  readonly label: string
  readonly columns: Readonly<Record<string, ColumnType>>
  readonly lines: readonly FactLine[]
  readonly readOnly: boolean
  readonly onChange: (lines: readonly FactLine[]) => void
}

const columnName = (column: string): string => factColumns[column] ?? column
const isFilled = (line: FactLine): boolean => Object.values(line).some((text) => text.trim() !== '')

/** Lays a block copied from a spreadsheet from one cell to the right and down. */
const laid = (lines: readonly FactLine[], names: readonly string[], at: number, column: string, text: string): readonly FactLine[] => {
  const block = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t'))
  const from = names.indexOf(column)
  const after = [...lines]
  for (const [down, cells] of block.entries()) {
    const entered = cells.flatMap((cell, right) => {
      const name = names[from + right]
      return name === undefined ? [] : [[name, cell.trim()] as const]
    })
    after[at + down] = { ...after[at + down], ...Object.fromEntries(entered) }
  }
  return after.filter(isFilled)
}

/** A list of the register as a small table: an empty line stands ready below, and a block from a spreadsheet can be pasted anywhere. */
export const ListTable = ({ label, columns, lines, readOnly, onChange }: Props) => {
  const names = Object.keys(columns)
  const shown = readOnly ? lines : [...lines, {}]
  const put = (at: number, column: string, text: string): void => {
    const after = shown.map((line, index) => (index === at ? { ...line, [column]: text } : line))
    onChange(after.filter((line, index) => index < lines.length || isFilled(line)))
  }
  const paste = (event: ClipboardEvent, at: number, column: string): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    onChange(laid(lines, names, at, column, text))
  }
  return (
    <div className={classes.list} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing={4} horizontalSpacing={4} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            {names.map((column) => (
              <Table.Th key={column} scope="col">
                {columnName(column)}
              </Table.Th>
            ))}
            {!readOnly && (
              <Table.Th scope="col">
                <span className={classes.hidden}>{texts.act}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((line, at) => (
            // Lines have no name of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={at}>
              {names.map((column) => (
                <Table.Td key={column}>
                  <Cell
                    label={at < lines.length ? texts.line(columnName(column), at + 1) : texts.newLine(columnName(column))}
                    type={columns[column] ?? 'text'}
                    value={line[column] ?? ''}
                    readOnly={readOnly}
                    onChange={(text) => put(at, column, text)}
                    onPaste={(event) => paste(event, at, column)}
                  />
                </Table.Td>
              ))}
              {!readOnly && (
                <Table.Td>
                  {at < lines.length && (
                    <CloseButton
                      size="sm"
                      aria-label={texts.removeLine(at + 1)}
                      onClick={() => onChange(lines.filter((_, index) => index !== at))}
                    />
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!readOnly && (
        <Text size="xs" c="gray.7">
          {texts.pasteHint}
        </Text>
      )}
    </div>
  )
}

interface CellProps {
  readonly label: string
  readonly type: ColumnType
  readonly value: string
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

const Cell = ({ label, type, value, readOnly, onChange, onPaste }: CellProps) => {
  const [typed, setTyped] = useState<string>()
  const isWrong = value.trim() !== '' && !parsePlain(type, value, '').ok
  return (
    <TextInput
      size="xs"
      miw={type === 'text' ? 150 : 112}
      aria-label={label}
      readOnly={readOnly}
      error={isWrong}
      value={typed ?? plainText(type, value)}
      title={isWrong ? texts.wrong[type] : value}
      {...(type === 'date' && { placeholder: texts.dateHint })}
      {...(type === 'moment' && { placeholder: texts.momentHint })}
      onFocus={() => setTyped(plainText(type, value))}
      onBlur={() => setTyped(undefined)}
      onPaste={(event) => {
        onPaste(event)
        if (event.defaultPrevented) setTyped(undefined)
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(event.currentTarget.value)
      }}
    />
  )
}
