import { ActionIcon, Text } from '@mantine/core'
import { addDays } from '../../core/dates.ts'
import { formatDate } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import type { Column } from '../../web/widgets/data-table.tsx'
import type { Unit } from './contract.ts'
import { UnitActs } from './unit-acts.tsx'
import type { UnitLine } from './unit-tree.ts'
import classes from './unit-columns.module.css'

/** “từ 01/07/2025 đến hết 31/12/2026”; the day of the end is the first without the unit. */
const validityOf = ({ from, until }: Unit): string =>
  [from && texts.validFrom(formatDate(from)), until && texts.validUntil(formatDate(addDays(until, -1)))].filter(Boolean).join(' ') ||
  texts.alwaysValid

const NameCell = ({ line, onFold }: { readonly line: UnitLine; readonly onFold: (unitId: string) => void }) => {
  const { unit, depth, hasUnits, isOpen } = line
  return (
    <div className={classes.name} style={{ paddingInlineStart: depth * 24 }}>
      {hasUnits && (
        <ActionIcon
          variant="subtle"
          size="sm"
          className="no-print"
          aria-expanded={isOpen}
          aria-label={isOpen ? texts.foldUp(unit.name) : texts.unfold(unit.name)}
          onClick={() => onFold(unit.id)}
        >
          <span aria-hidden>{isOpen ? '▾' : '▸'}</span>
        </ActionIcon>
      )}
      <div>
        {unit.name}
        {unit.aliases.length > 0 && (
          <Text size="sm" c="gray.7">
            {texts.aliases(unit.aliases.join('; '))}
          </Text>
        )}
      </div>
    </div>
  )
}

interface Props {
  readonly units: readonly Unit[]
  readonly mayChange: boolean
  readonly onFold: (unitId: string) => void
  readonly onDone: (message: string) => void
}

/** What the list of units shows, and what may be done to each. */
export const unitColumns = ({ units, mayChange, onFold, onDone }: Props): readonly Column<UnitLine>[] => [
  { key: 'code', title: texts.code, width: 110, cell: ({ unit }) => unit.code },
  { key: 'name', title: texts.name, isRowHeader: true, cell: (line) => <NameCell line={line} onFold={onFold} /> },
  { key: 'kind', title: texts.kind, width: 170, cell: ({ unit }) => labelsVi.unitKinds[unit.kind] },
  { key: 'group', title: texts.group, width: 130, cell: ({ unit }) => unit.group ?? texts.noGroup },
  { key: 'ranked', title: texts.ranked, width: 80, cell: ({ unit }) => (unit.ranked ? texts.yes : texts.no) },
  { key: 'heads', title: texts.heads, width: 150, cell: ({ unit }) => unit.heads.map(({ name }) => name).join(', ') || texts.noHead },
  { key: 'validity', title: texts.validity, width: 130, cell: ({ unit }) => validityOf(unit) },
  {
    key: 'acts',
    title: texts.acts,
    width: 100,
    isScreenOnly: true,
    cell: ({ unit }) => <UnitActs unit={unit} units={units} mayChange={mayChange} onDone={onDone} />,
  },
]
