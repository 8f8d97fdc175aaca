import { Tabs } from '@mantine/core'
import { logTexts } from '../../language/pages/log.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { LogPanel } from './log-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { UnitsPanel } from './units-panel.tsx'

/** Units and people of the authority. */
export const OrganisationPage = () => {
  const [tab, setTab] = useAddress('muc', 'don-vi')
  const seesPeople = holdsAny(useSignedIn(), ['administrator', 'inspector'])
  return (
    <>
      <PageTitle under={organisationTexts.under}>{organisationTexts.title}</PageTitle>
      <Tabs value={seesPeople ? tab : 'don-vi'} onChange={(value) => setTab(value ?? 'don-vi')} keepMounted={false}>
        <Tabs.List mb="md" className="no-print">
          <Tabs.Tab value="don-vi">{organisationTexts.units}</Tabs.Tab>
          {seesPeople && <Tabs.Tab value="nguoi-dung">{organisationTexts.people}</Tabs.Tab>}
          {seesPeople && <Tabs.Tab value="nhat-ky">{logTexts.title}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="don-vi">
          <UnitsPanel />
        </Tabs.Panel>
        {seesPeople && (
          <Tabs.Panel value="nhat-ky">
            <LogPanel />
          </Tabs.Panel>
        )}
        {seesPeople && (
          <Tabs.Panel value="nguoi-dung">
            <PeoplePanel />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  )
}
