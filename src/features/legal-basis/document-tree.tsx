import { Group, Stack, Text, Title } from '@mantine/core'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import type { LegalDocumentShape } from './contract.ts'
import { documentName } from './describe.ts'
import { DocumentLink } from './document-link.tsx'
import { StandingBadge } from './standing-badge.tsx'

const texts = legalBasisTexts.page
const step = 24

/** What a document carries out, itself, and what carries it out, as one tree. */
export const DocumentTree = ({ document }: { readonly document: LegalDocumentShape }) => {
  const { above, below } = document
  return (
    <Stack gap="xs" component="section">
      {above.length > 0 && (
        <>
          <Title order={2} size="h3">
            {texts.above}
          </Title>
          {above.map((each, depth) => (
            <Line key={each.id} depth={depth} standing={each.standing}>
              <DocumentLink document={each} />
            </Line>
          ))}
          <Line depth={above.length} standing={document.standing}>
            <Text fw={600}>{documentName(document)}</Text>
          </Line>
        </>
      )}
      <Title order={2} size="h3">
        {texts.below}
      </Title>
      {below.length === 0 && <Text c="gray.7">{texts.belowEmpty}</Text>}
      {below.map((each) => (
        <Line key={each.id} depth={each.depth - 1} standing={each.standing}>
          <DocumentLink document={each} />
          {each.unit && (
            <Text size="sm" c="gray.7">
              {legalBasisTexts.ofUnit(each.unit.name)}
            </Text>
          )}
        </Line>
      ))}
    </Stack>
  )
}

const Line = ({
  depth,
  standing,
  children,
}: {
  readonly depth: number
  readonly standing: LegalDocumentShape['standing']
  readonly children: React.ReactNode
}) => (
  <Group gap="sm" align="flex-start" wrap="nowrap" pl={Math.min(depth, 4) * step} justify="space-between">
    <div>{children}</div>
    <StandingBadge standing={standing} />
  </Group>
)
