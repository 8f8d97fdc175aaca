import { formatFigure, roundText } from '../../../language/format.ts'
import { surveyTexts } from '../../../language/pages/survey.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { designRoutes } from '../design/contract.ts'
import classes from '../survey.module.css'

const texts = surveyTexts.results

interface Sum {
  readonly withheld?: true
  readonly points?: string
  readonly appliedMax?: string
}

/** What a unit has of each area, and of all that the survey measures; a sum with a part that is withheld is withheld. */
export interface AreasOfUnit extends Sum {
  readonly unit: string
  readonly areas?: Readonly<Record<string, Sum>>
}

interface Props {
  readonly surveyId: string
  readonly units: readonly AreasOfUnit[]
  readonly names: ReadonlyMap<string, string>
}

const said = ({ withheld, points = '0', appliedMax = '0' }: Sum): string => {
  if (withheld) return texts.withheld
  return Number(appliedMax) === 0 ? texts.nothingMeasured : texts.sum(formatFigure(roundText(points, 4)), formatFigure(appliedMax))
}

/** Points of every unit summed by area of the framework, each of the maxima that were measured. */
export const AreaTable = ({ surveyId, units, names }: Props) => {
  const leaves = useCall(designRoutes.leaves, { params: { surveyId } })
  const areas = [...new Set(units.flatMap(({ areas: of = {} }) => Object.keys(of)))]
  if (areas.length === 0) return null
  const offered = leaves.value?.leaves ?? []
  const nameOf = (area: string): string => offered.find((leaf) => leaf.area === area)?.areaName ?? area
  return (
    <DataTable
      caption={texts.byArea}
      rows={units}
      keyOf={({ unit }) => unit}
      isLong={units.length > 100}
      columns={[
        { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unit }) => names.get(unit) ?? unit },
        ...areas.map((area) => ({
          key: area,
          title: <span className={classes.longHead}>{nameOf(area)}</span>,
          isFigure: true,
          cell: ({ areas: of = {} }: AreasOfUnit) => (of[area] ? said(of[area]) : ''),
        })),
        { key: 'total', title: texts.allAreas, isFigure: true, cell: said },
      ]}
    />
  )
}
