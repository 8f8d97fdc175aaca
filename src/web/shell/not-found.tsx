import { shellTexts } from '../../language/pages/shell.ts'
import { EmptyState } from '../widgets/empty-state.tsx'
import { PageLink } from '../widgets/links.tsx'
import { PageTitle } from '../widgets/page-title.tsx'

const texts = shellTexts.notFound

export const NotFound = () => (
  <>
    <PageTitle>{texts.title}</PageTitle>
    <EmptyState action={<PageLink to="/">{texts.home}</PageLink>}>{texts.text}</EmptyState>
  </>
)
