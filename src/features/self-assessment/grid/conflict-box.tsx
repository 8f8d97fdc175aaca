import { Alert, Button, Group, Table } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { Moment } from '../../../web/widgets/figures.tsx'
import type { Claim, Entry } from './entry.ts'
import { useSession } from './use-session.ts'

const texts = selfAssessmentTexts

const valueOf = ({ status, points }: Claim): string => {
  if (status === 'notApplicable') return texts.notApplicable
  return points === undefined ? texts.values.missing : texts.values.points(formatFigure(points))
}

/** Two people changed the same leaf: both stand side by side until one of them is chosen. */
export const ConflictBox = ({ entry }: { readonly entry: Entry }) => {
  const session = useSession()
  if (!entry.conflict) return null
  const { value: theirs, by, moment } = entry.conflict
  const settle = (keep: 'mine' | 'theirs'): void => session.sheet.settle(entry.stored.id, keep)
  const sides = [
    { side: 'mine', name: texts.conflict.mine, claim: entry.value },
    { side: 'theirs', name: texts.conflict.theirs(by), at: moment, claim: theirs },
  ]
  return (
    <Alert color="yellow" title={texts.conflict.title} role="alert">
      <Table>
        <Table.Tbody>
          {sides.map(({ side, name, at, claim }) => (
            <Table.Tr key={side}>
              <Table.Th scope="row">
                {name}
                {at && (
                  <>
                    {', '}
                    <Moment value={at} />
                  </>
                )}
              </Table.Th>
              <Table.Td>{valueOf(claim)}</Table.Td>
              <Table.Td>{claim.explanation}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group gap="sm" mt="sm">
        <Button size="compact-sm" onClick={() => settle('mine')}>
          {texts.conflict.keepMine}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => settle('theirs')}>
          {texts.conflict.takeTheirs}
        </Button>
      </Group>
    </Alert>
  )
}
