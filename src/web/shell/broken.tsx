import { Alert, Button } from '@mantine/core'
import { shellTexts } from '../../language/pages/shell.ts'
import { PageTitle } from '../widgets/page-title.tsx'

const texts = shellTexts.broken

/** When a page itself fails. */
export const Broken = () => (
  <>
    <PageTitle>{texts.title}</PageTitle>
    <Alert color="red" role="alert">
      <p>{texts.text}</p>
      <Button onClick={() => location.reload()}>{texts.reload}</Button>
    </Alert>
  </>
)
