import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { rootRoute } from './root-route.tsx'

/** A page at an address, loaded when it is first opened: `page('/dia-chi', () => import('…/page.tsx').then((m) => m.ThePage))`. */
const page = <const Path extends string>(path: Path, load: () => Promise<ComponentType>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(async () => ({ Page: await load() }), 'Page'),
  })

/** Every page of the application. One line each; append yours. */
export const routeTree = rootRoute.addChildren([
  page('/tai-khoan', () => import('../../features/session/account-page.tsx').then((module) => module.AccountPage)),
])
