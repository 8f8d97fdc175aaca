import { Text } from '@mantine/core'
import { legalBasisTexts as texts } from '../../language/pages/legal-basis.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import type { DocumentRef } from './contract.ts'
import { documentName } from './describe.ts'

/** A document as a link to its page, with who issued it and what it is about. */
export const DocumentLink = ({ document }: { readonly document: DocumentRef }) => (
  <>
    <PageLink to="/can-cu/$documentId" params={{ documentId: document.id }}>
      {documentName(document)}
    </PageLink>
    <Text size="sm" c="gray.7">
      {[document.issuer && texts.ofIssuer(document.issuer), document.title].filter(Boolean).join(': ')}
    </Text>
  </>
)
