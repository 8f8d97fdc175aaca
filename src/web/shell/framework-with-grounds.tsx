import { useParams } from '@tanstack/react-router'
import { FrameworkPage } from '../../features/framework/framework-page.tsx'
import { FrameworkGrounds } from '../../features/legal-basis/framework-grounds.tsx'

/** A framework with what it rests on: two features that do not know one another. */
export const FrameworkWithGrounds = () => {
  const { frameworkId } = useParams({ strict: false }) as { readonly frameworkId: string }
  return (
    <>
      <FrameworkPage />
      <FrameworkGrounds key={frameworkId} frameworkId={frameworkId} />
    </>
  )
}
