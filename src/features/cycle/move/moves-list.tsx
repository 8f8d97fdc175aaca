import { List } from '@mantine/core'
import { cycleMoveTexts as texts } from '../../../language/pages/cycle-move.ts'
import { Moment } from '../../../web/widgets/figures.tsx'
import type { FrameworkMove } from './contract.ts'
import { versionText } from './version-text.ts'

/** Moves that were made: when, by whom, from which version to which, and why. */
export const MovesList = ({ moves }: { readonly moves: readonly FrameworkMove[] }) => (
  <List>
    {moves.map(({ id, unitGroup, from, to, reason, at, by }) => (
      <List.Item key={id}>
        <Moment value={at} /> {texts.movedBy(by.name)}. {texts.moved(unitGroup, versionText(from), versionText(to))}. {reason}
      </List.Item>
    ))}
  </List>
)
