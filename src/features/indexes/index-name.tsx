import { Text } from '@mantine/core'
import { indexTexts as texts } from '../../language/pages/indexes.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type IndexRef, indexRoutes } from './contract.ts'
import { indexFacts } from './describe.ts'

/** Which index results are of, in one line; nothing where nobody said so. */
const IndexLine = ({ index }: { readonly index: IndexRef | undefined }) =>
  index ? (
    <Text size="sm" c="gray.7" mb="xs">
      <strong>{texts.named(index.code, index.name)}</strong>, {indexFacts(index)}
    </Text>
  ) : null

export const IndexOfCycle = ({ cycleId }: { readonly cycleId: string }) => (
  <IndexLine index={useCall(indexRoutes.ofCycle, { params: { cycleId } }).value?.index} />
)

export const IndexOfPublication = ({ publicationId }: { readonly publicationId: string }) => (
  <IndexLine index={useCall(indexRoutes.ofPublication, { params: { publicationId } }).value?.index} />
)
