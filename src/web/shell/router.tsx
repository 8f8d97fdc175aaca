import { createRouter } from '@tanstack/react-router'
import { Loading } from '../widgets/loading.tsx'
import { Broken } from './broken.tsx'
import { routeTree } from './routes.tsx'

/** The pages and the address bar. */
export const createPages = () =>
  createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const filled = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
      return filled.length ? `?${new URLSearchParams(filled)}` : ''
    },
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>
  }
}
