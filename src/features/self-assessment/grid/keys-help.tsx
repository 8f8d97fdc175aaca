import { Group, Kbd, Text } from '@mantine/core'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'

const { keys } = selfAssessmentTexts

/** The keys of the grid, under it: there when looked for, never in the way. */
export const KeysHelp = () => (
  <details className="no-print">
    <Text component="summary" size="sm" mt="md">
      {keys.title}
    </Text>
    <dl>
      {keys.list.map((line) => (
        <Group key={line.does} gap="sm" mt={6} wrap="nowrap">
          <dt>
            {line.keys.map((key) => (
              <Kbd key={key} mr={4}>
                {key}
              </Kbd>
            ))}
          </dt>
          <dd style={{ margin: 0 }}>
            <Text size="sm">{line.does}</Text>
          </dd>
        </Group>
      ))}
    </dl>
  </details>
)
