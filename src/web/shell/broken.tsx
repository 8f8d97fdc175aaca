import { Alert, Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { shellTexts } from '../../language/pages/shell.ts'
import { PageTitle } from '../widgets/page-title.tsx'

const texts = shellTexts.broken

/** What browsers say when a file of the pages does not come: each in its own words. */
const isNotLoaded = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script failed|unable to preload/i.test(error.message)

/** When a page itself fails, or its files do not come since the server was updated meanwhile. */
export const Broken = ({ error }: ErrorComponentProps) => {
  const notLoaded = isNotLoaded(error)
  return (
    <>
      <PageTitle>{notLoaded ? texts.notLoadedTitle : texts.title}</PageTitle>
      <Alert color="red" role="alert">
        <p>{notLoaded ? texts.notLoaded : texts.text}</p>
        <Button onClick={() => location.reload()}>{texts.reload}</Button>
      </Alert>
    </>
  )
}
