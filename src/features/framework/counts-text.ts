import { formatFigure } from '../../language/format.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import type { FrameworkView } from './framework-shapes.ts'

/** `8 lĩnh vực, 40 tiêu chí, 91 tiêu chí thành phần; 102 tiêu chí chấm điểm`. */
export const countsText = ({ counts }: FrameworkView): string => {
  const [areas, criteria, subCriteria, leaves] = [counts.areas, counts.criteria, counts.subCriteria, counts.leaves].map((count) =>
    formatFigure(String(count)),
  )
  return frameworkTexts.counts(areas ?? '', criteria ?? '', subCriteria ?? '', leaves ?? '')
}
