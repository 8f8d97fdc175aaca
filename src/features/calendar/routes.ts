import { bind, type Route } from '../../platform/http/serve.ts'
import { calendarPath, renewCalendarPath } from './calendar-link.ts'
import { calendarRoutes } from './contract.ts'
import { listHolidays, writeHolidays } from './holidays/holidays.ts'
import { loadCalendar, proposeCalendar } from './load-calendar.ts'
import { listNotices, markRead } from './notices/own-notices.ts'
import { loadBoard } from './reminders/board.ts'
import { remindUnits } from './reminders/remind-units.ts'
import { type SetDeadline, writeCalendar } from './write-calendar.ts'

interface CalendarSettings {
  readonly secret: string
  /** Whether e-mail leaves this installation. */
  readonly hasMail: boolean
  readonly setDeadline: SetDeadline
}

export const calendar = ({ secret, hasMail, setDeadline }: CalendarSettings): readonly Route[] => [
  bind(calendarRoutes.show, ({ params }, context) => loadCalendar(context, params.cycleId)),
  bind(calendarRoutes.write, ({ params, body, ifMatch }, context) => writeCalendar(setDeadline)(context, params.cycleId, ifMatch, body)),
  bind(calendarRoutes.proposal, ({ params }, context) => proposeCalendar(context, params.cycleId)),
  bind(calendarRoutes.link, ({ params }, context) => calendarPath(context, secret, params.cycleId)),
  bind(calendarRoutes.renewLink, ({ params }, context) => renewCalendarPath(context, secret, params.cycleId)),
  bind(calendarRoutes.holidays, ({ query }, context) => listHolidays(context, query.year)),
  bind(calendarRoutes.writeHolidays, ({ body, ifMatch }, context) => writeHolidays(context, body.year, ifMatch, body.days)),
  bind(calendarRoutes.board, ({ params }, context) => loadBoard(context, params.cycleId, hasMail)),
  bind(calendarRoutes.remind, ({ params, body }, context) => remindUnits(context, params.cycleId, body, hasMail)),
  bind(calendarRoutes.notices, ({ query }, context) => listNotices(context, query)),
  bind(calendarRoutes.readNotices, ({ body }, context) => markRead(context, body.ids)),
]
