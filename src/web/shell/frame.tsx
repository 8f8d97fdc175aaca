import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { TrialBanner } from '../../features/cycle/trial-banner.tsx'
import { NoticeBell } from '../../features/calendar/notices/notice-bell.tsx'
import { shellTexts } from '../../language/pages/shell.ts'
import { useSignedIn } from '../widgets/session.ts'
import { AccountMenu } from './account-menu.tsx'
import classes from './frame.module.css'
import { Menu } from './menu.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SignInAgain } from './sign-in-again.tsx'

/** What stands around every page: authority, person, menu. */
export const Frame = () => {
  const { authority, isDemo, mustChangePassword } = useSignedIn()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => setMenuOpen(false), [path])
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {shellTexts.skip}
      </a>
      <header>
        <div className={classes.bar}>
          <button
            type="button"
            className={classes.menuButton}
            aria-expanded={isMenuOpen}
            aria-controls="menu"
            aria-label={isMenuOpen ? shellTexts.closeMenu : shellTexts.openMenu}
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            <span aria-hidden="true">{isMenuOpen ? '✕' : '☰'}</span>
          </button>
          <div className={classes.names}>
            <span className={classes.authority}>{authority.name}</span>
            <span className={classes.product}>{shellTexts.product}</span>
          </div>
          <NoticeBell />
          <AccountMenu />
        </div>
        {isDemo && <p className={classes.demo}>{shellTexts.demo}</p>}
        <OfflineBar />
      </header>
      <div className={classes.body}>
        <Menu isOpen={isMenuOpen} />
        <main id="content" tabIndex={-1} className={classes.content}>
          {/* Whoever was given a password chooses an own one first. */}
          <TrialBanner />
          {mustChangePassword && path !== '/tai-khoan' ? <Navigate to="/tai-khoan" /> : <Outlet />}
        </main>
      </div>
      <Shortcuts />
      <SignInAgain />
    </div>
  )
}
