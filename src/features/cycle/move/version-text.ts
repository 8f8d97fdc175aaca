import { cycleMoveTexts } from '../../../language/pages/cycle-move.ts'
import type { MovePreview } from './contract.ts'

export const versionText = ({ title, version, decisionNumber }: MovePreview['from']): string =>
  cycleMoveTexts.version(title, version, decisionNumber)
