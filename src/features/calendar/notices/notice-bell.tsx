import { Link } from '@tanstack/react-router'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { calendarRoutes } from '../contract.ts'
import classes from './notice-bell.module.css'

/** How much I have not read, in sight on every page. */
export const NoticeBell = () => {
  const unread = useCall(calendarRoutes.notices, { query: { limit: 1 } }, { everySeconds: 60 }).value?.unread ?? 0
  return (
    <Link to="/thong-bao" className={`${classes.bell} no-print`} aria-label={calendarTexts.notices.bell(unread)}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
        <path d="M12 22a2.5 2.5 0 0 0 2.4-2H9.6a2.5 2.5 0 0 0 2.4 2Zm7-6v-5a7 7 0 0 0-5.5-6.8V3.5a1.5 1.5 0 0 0-3 0v.7A7 7 0 0 0 5 11v5l-2 2v1h18v-1l-2-2Z" />
      </svg>
      {unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}
