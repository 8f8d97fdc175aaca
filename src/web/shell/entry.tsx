import '../widgets/mantine.css'
import '../widgets/fonts.css'
import '../widgets/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { sessionRoutes } from '../../features/session/contract.ts'
import { call } from '../widgets/client.ts'
import { type SignedIn, SignedInContext } from '../widgets/session.ts'
import { theme } from '../widgets/theme.ts'
import { retriesReads } from '../widgets/use-call.ts'
import { leaveToSignIn } from './leave.ts'
import { createPages } from './router.tsx'
import { Unreachable } from './unreachable.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: retriesReads, staleTime: 5_000, networkMode: 'always', refetchOnWindowFocus: true },
    mutations: { networkMode: 'always' },
  },
})

const pages = createPages()
// The page of this address is fetched while the server says who is signed in.
void pages.load()

const root = createRoot(document.getElementById('application') as HTMLElement)

/** Opens the pages for whoever is signed in; otherwise the sign-in page, and back here afterwards. */
const open = async (): Promise<void> => {
  const session = await call(sessionRoutes.ownSession)
  if (session.ok) return show(session.value)
  if (session.status === 401) return leaveToSignIn()
  root.render(
    <MantineProvider theme={theme}>
      <Unreachable refused={session} onAgain={() => void open()} />
    </MantineProvider>,
  )
}

const show = (session: SignedIn): void =>
  root.render(
    <StrictMode>
      <MantineProvider theme={theme}>
        <QueryClientProvider client={queries}>
          <SignedInContext value={session}>
            <RouterProvider router={pages} />
          </SignedInContext>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )

void open()
