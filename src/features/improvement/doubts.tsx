import { Accordion, Text } from '@mantine/core'
import { improvementWords as words } from '../../language/pages/improvement.ts'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import type { PlanView } from './contract.ts'

/** What of the plan is doubtful in one part, told in place; folded away where it is long. */
export const Doubts = ({ view, codes }: { readonly view: PlanView; readonly codes: readonly string[] }) => {
  const problems = view.problems.filter(({ code }) => codes.includes(code))
  if (problems.length === 0) return <Text c="gray.7">{words.noDoubts}</Text>
  return (
    <Accordion variant="contained">
      <Accordion.Item value="doubts">
        <Accordion.Control>{words.doubts(problems.length)}</Accordion.Control>
        <Accordion.Panel>
          <ProblemList problems={problems} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
