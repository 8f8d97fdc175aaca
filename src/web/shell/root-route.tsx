import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'

/** What stands behind `?` in the address: plain words, so that filters can be read and shared. */
export type Search = Readonly<Record<string, string | undefined>>

export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: (search): Search => search as Search,
})
