import { formatFigure } from '../../language/format.ts'
import { indexTexts as texts } from '../../language/pages/indexes.ts'
import type { IndexRef } from './contract.ts'

/** `Bộ Nội vụ xác định, thang 0 đến 100`. */
export const indexFacts = ({ source, scaleFrom, scaleTo }: IndexRef): string =>
  [texts.by(source), texts.scale(formatFigure(scaleFrom), formatFigure(scaleTo))].join(', ')
