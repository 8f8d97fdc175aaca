import { Button } from '@mantine/core'
import { useState } from 'react'
import { cellText } from '../../core/office-text.ts'
import { trialMark } from '../../language/trial-words.ts'
import { seenWords as words } from '../../language/pages/seen-results.ts'

/** A cell of the workbook; figures as text become numbers there. */
export type SheetCell = string | number | null | undefined

interface Props {
  /** Of the cycle that the figures are of, where they are of one: that of a trial says so, and so does the workbook. */
  readonly cycleTitle?: string
  readonly fileName: string
  /** Asked for only when the button is pressed: a heading and its rows. */
  readonly rows: () => readonly (readonly SheetCell[])[]
}

const figure = /^-?\d+(\.\d+)?$/

const cellOf = (cell: SheetCell): string | number | null => {
  if (typeof cell !== 'string') return cell ?? null
  return figure.test(cell) ? Number(cell) : cellText(cell)
}

const save = async ({ fileName, rows, cycleTitle = '' }: Props): Promise<void> => {
  const { writeXlsx } = await import('hucre/xlsx')
  const [header = [], ...body] = rows()
  const above = cycleTitle.includes(trialMark) ? [[trialMark]] : []
  const sheet = {
    name: words.excelSheet,
    rows: [...above, header.map((cell) => cell ?? ''), ...body.map((row) => row.map(cellOf))],
    freezePane: { rows: above.length + 1 },
  }
  const bytes = await writeXlsx({ sheets: [sheet] })
  const address = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  )
  Object.assign(document.createElement('a'), { href: address, download: `${fileName}.xlsx` }).click()
  URL.revokeObjectURL(address)
}

/** The figures of a picture or a table as a workbook, made in the browser; the writer is fetched when it is first asked for. */
export const ExcelButton = (props: Props) => {
  const [isRunning, setRunning] = useState(false)
  const run = (): void => {
    setRunning(true)
    void save(props).finally(() => setRunning(false))
  }
  return (
    <Button variant="subtle" size="compact-sm" className="no-print" style={{ alignSelf: 'flex-start' }} loading={isRunning} onClick={run}>
      {words.excel}
    </Button>
  )
}
