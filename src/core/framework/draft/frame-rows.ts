import { canonicalJson } from '../../canonical-json.ts'
import { errorAt, type Problem } from '../../problem.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { type PlacedNode, walkNodes } from '../walk.ts'

const isFrame = ({ node }: PlacedNode): boolean => node.fromFrame === true

/** What of a row belongs to the frame: of a leaf everything, of a parent all but what its local rows add to its sum. */
const partOfFrame = ({ id: _, printedMaxPoints: _printed, settled: _settled, children, maxPoints, ...rest }: FrameworkNode): string =>
  canonicalJson({ ...rest, ...(children.length === 0 ? { maxPoints } : { isParent: true }) })

const frameOf = ({ nodes }: Framework) =>
  [...walkNodes(nodes)].filter(isFrame).map(({ node, parent }) => ({ id: node.id, part: `${partOfFrame(node)} in ${parent?.code ?? ''}` }))

/** The first row of the parent frame that an edit would change, take away or move; none where the frame stays as it is. */
export const checkFrameStays = (before: Framework, after: Framework): readonly Problem[] => {
  const now = frameOf(after)
  const changed = frameOf(before).find(({ part }, index) => now[index]?.part !== part)
  return changed ? [errorAt('rowOfFrame', changed.id, {})] : []
}
