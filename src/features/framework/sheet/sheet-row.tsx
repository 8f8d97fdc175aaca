import { type CSSProperties, type RefObject, useRef } from 'react'
import { frameworkTexts } from '../../../language/pages/framework.ts'
import type { DraftProblemView, FrameworkRow } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'
import { PlaceProblems } from './place-problems.tsx'
import { placeId } from './place-id.ts'
import { PointsFigure } from './points-cell.tsx'
import { SheetCell } from './sheet-cell.tsx'
import type { SheetColumn } from './cells.ts'
import classes from './sheet.module.css'

interface Props {
  readonly row: FrameworkRow
  readonly problems: readonly DraftProblemView[]
  readonly onOpen: (row: FrameworkRow) => void
}

const { table } = frameworkTexts

/** The cell that a kind of problem is about. */
const cellOf: Readonly<Record<string, SheetColumn>> = {
  missingCode: 'code',
  duplicateCode: 'code',
  codeGap: 'code',
  missingName: 'name',
  doubtfulText: 'name',
  missingMaxPoints: 'maxPoints',
  decimalSign: 'maxPoints',
  missingLeadUnit: 'leadUnits',
  missingCoordinatingUnit: 'coordinatingUnits',
}

const openCell = (line: RefObject<HTMLTableRowElement | null>, code: string): void => {
  const cell = line.current?.querySelector<HTMLElement>(`[data-column="${cellOf[code] ?? 'name'}"]`)
  cell?.focus()
  cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
}

const Units = ({ names }: { readonly names: readonly string[] }) => names.map((name) => <div key={name}>{name}</div>)

/** One row of the decision's table, and under it what is doubtful about it. */
export const SheetRow = ({ row, problems, onOpen }: Props) => {
  const { view } = useDraft()
  const line = useRef<HTMLTableRowElement>(null)
  const indent = { '--depth': Math.min(row.depth, 5) } as CSSProperties
  const figures = !row.isLeaf && { printed: row.printedMaxPoints ?? row.maxPoints, derived: row.maxPoints, settled: row.settled }
  return (
    <>
      <tr
        ref={line}
        id={placeId(row.id)}
        tabIndex={-1}
        data-level={row.level}
        data-leaf={row.isLeaf}
        data-counting={row.counting}
        data-frame={row.isOfFrame}
      >
        <SheetCell row={row} column="code">
          {row.code}
        </SheetCell>
        <SheetCell row={row} column="name" isRowHeader>
          <span className={classes.name} style={indent}>
            {row.name}
            {row.ifAny && !row.name.includes(table.ifAny) && <em className={classes.ifAny}> ({table.ifAny})</em>}
            {row.ruleSentence && <span className={classes.rule}>{row.ruleSentence}</span>}
          </span>
        </SheetCell>
        <SheetCell row={row} column="maxPoints">
          <PointsFigure derived={row.maxPoints} printed={row.printedMaxPoints} settled={row.settled} />
        </SheetCell>
        <SheetCell row={row} column="leadUnits">
          <Units names={row.leadUnits} />
        </SheetCell>
        <SheetCell row={row} column="coordinatingUnits">
          <Units names={row.coordinatingUnits} />
        </SheetCell>
        <SheetCell row={row} column="note">
          {row.note}
        </SheetCell>
        <td className={`${classes.more} no-print`}>
          <button type="button" aria-label={table.openRow(row.code || row.name)} onClick={() => onOpen(row)}>
            <span aria-hidden="true">⋯</span>
          </button>
        </td>
      </tr>
      {problems.length > 0 && (
        <tr className={classes.problemRow} data-level={row.level}>
          <td aria-hidden="true" />
          <td colSpan={6} style={indent}>
            <PlaceProblems
              problems={problems}
              {...(figures && { figures })}
              {...(view.canChange && { onFix: (code: string) => openCell(line, code) })}
            />
          </td>
        </tr>
      )}
    </>
  )
}
