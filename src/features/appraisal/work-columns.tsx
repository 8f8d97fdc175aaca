import { formatFigure } from '../../language/format.ts'
import { appraisalTexts } from '../../language/pages/appraisal.ts'
import type { Column } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { StageBadge } from '../../web/widgets/stage-badge.tsx'
import type { WorkItem } from './shapes.ts'
import classes from './sheet/sheet.module.css'

const { workColumns: titles } = appraisalTexts
const isOpenTo = ({ stage }: WorkItem): boolean => stage !== 'preparing' && stage !== 'selfAssessing'
const figure = (count: number): string => (count === 0 ? '–' : formatFigure(String(count)))

/** Columns of the work list. A unit that has not submitted has a name and no figures yet. */
export const workColumns = (cycleId: string): readonly Column<WorkItem>[] => [
  {
    key: 'unit',
    title: titles.unit,
    isRowHeader: true,
    cell: (row) =>
      isOpenTo(row) ? (
        <PageLink to="/tham-dinh/$cycleId/$unitId" params={{ cycleId, unitId: row.unit.id }} className={classes.unitName} data-work-item>
          {row.unit.name}
        </PageLink>
      ) : (
        <span className={classes.unitName}>{row.unit.name}</span>
      ),
  },
  {
    key: 'stage',
    title: titles.stage,
    width: 175,
    cell: ({ stage, isLate }) => (
      <>
        <StageBadge stage={stage} /> {isLate && <strong>{appraisalTexts.isLate}</strong>}
      </>
    ),
  },
  {
    key: 'claimed',
    title: titles.claimed,
    isFigure: true,
    width: 100,
    cell: ({ claimed }) => <Points value={claimed.points} decimals={2} />,
  },
  { key: 'given', title: titles.given, isFigure: true, width: 100, cell: ({ given }) => <Points value={given.points} decimals={2} /> },
  {
    key: 'left',
    title: titles.left,
    isFigure: true,
    width: 90,
    cell: (row) => (isOpenTo(row) ? appraisalTexts.leftOf(formatFigure(String(row.left)), formatFigure(String(row.leaves))) : '–'),
  },
  { key: 'differs', title: titles.differs, isFigure: true, width: 90, cell: ({ differs }) => figure(differs) },
  { key: 'disputed', title: titles.disputed, isFigure: true, width: 100, cell: ({ disputed }) => figure(disputed) },
  { key: 'noEvidence', title: titles.noEvidence, isFigure: true, width: 100, cell: ({ noEvidence }) => figure(noEvidence) },
]
