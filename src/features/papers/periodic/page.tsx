import { Select } from '@mantine/core'
import { reportTexts as texts } from '../../../language/pages/reports.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { Demands } from './demands-view.tsx'
import { OwnReports } from './own-view.tsx'

const thisYear = (): number => new Date().getFullYear()

/** `/bao-cao`: what has to be reported in a year: the own unit's reports, or for whoever oversees what all units are asked for. */
export const ReportsPage = () => {
  const session = useSignedIn()
  const [typed, setYear] = useAddress('nam', String(thisYear()))
  const year = /^20\d{2}$/.test(typed) ? Number(typed) : thisYear()
  const choice = (
    <Select
      label={texts.year}
      w={110}
      data={[1, 0, -1, -2, -3].map((ago) => String(thisYear() + ago))}
      value={String(year)}
      onChange={(value) => setYear(value ?? '')}
      allowDeselect={false}
      mb="md"
    />
  )
  const own = session.grants.find(({ unit, role }) => unit && (role === 'unitOfficer' || role === 'headOfUnit'))?.unit
  if (own) return <OwnReports unitId={own.id} unitName={own.name} year={year} choice={choice} />
  if (holdsAny(session, ['methodOwner', 'leader', 'inspector']))
    return <Demands year={year} choice={choice} mayDemand={holdsAny(session, ['methodOwner'])} />
  return (
    <>
      <PageTitle>{texts.title}</PageTitle>
      <EmptyState>{texts.noUnit}</EmptyState>
    </>
  )
}
