import { pointsText } from '../exact/points.ts'
import type { ClassBand, Framework, FrameworkNode } from './framework.ts'
import { frameworkFormat } from './framework-file.ts'

/** The file form of a node: points as text, what is absent left out, the rest word for word. */
const formatNode = ({ id, code, name, level, maxPoints, printedMaxPoints, children, ...rest }: FrameworkNode): Record<string, unknown> => ({
  id,
  code,
  name,
  level,
  maxPoints: pointsText(maxPoints),
  ...(printedMaxPoints === undefined ? {} : { printedMaxPoints: pointsText(printedMaxPoints) }),
  ...rest,
  children: children.map(formatNode),
})

const formatClass = ({ from, to, ...rest }: ClassBand) => ({ ...rest, from: pointsText(from), to: pointsText(to) })

/** Writes `parindex/framework@1`; {@link parseFramework} of it gives the same framework back. */
export const formatFramework = ({
  title,
  decision,
  scaleTotal,
  printedTotal,
  totalCap,
  classes,
  nodes,
  ...rest
}: Framework): Record<string, unknown> => ({
  format: frameworkFormat,
  title,
  decision,
  ...rest,
  scaleTotal: pointsText(scaleTotal),
  ...(printedTotal === undefined ? {} : { printedTotal: pointsText(printedTotal) }),
  totalCap: totalCap === null ? null : pointsText(totalCap),
  classes: classes.map(formatClass),
  nodes: nodes.map(formatNode),
})
