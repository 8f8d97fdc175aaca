import { bind, type Route } from '../../platform/http/serve.ts'
import { homeRoutes } from './contract.ts'
import type { LoadFollowing } from './following.ts'
import { loadHome } from './use-cases.ts'

export const home = (following: readonly LoadFollowing[]): readonly Route[] => [
  bind(homeRoutes.home, (_request, context) => loadHome(context, following)),
]
