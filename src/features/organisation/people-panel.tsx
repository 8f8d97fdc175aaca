import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { organisationTexts as texts } from '../../language/pages/organisation.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { AddPerson } from './add-person.tsx'
import { ImportAccounts } from './import-accounts-dialog.tsx'
import { type Handover, OneTimePassword } from './one-time-password.tsx'
import { type Person, peopleRoutes } from './people-contract.ts'
import { PersonActs } from './person-acts.tsx'
import { personColumns } from './person-columns.tsx'

/** People with their roles, a page at a time; administrators add, give roles, hand out passwords, switch off. */
export const PeoplePanel = () => {
  const [search, setSearch] = useAddress('tim')
  const [after, setAfter] = useAddress('sau')
  const people = useCall(peopleRoutes.people, { query: { search, ...(after && { after }) } })
  const mayChange = holdsAny(useSignedIn(), ['administrator'])
  const [opened, setOpened] = useState<'one' | 'file'>()
  const [done, setDone] = useState('')
  const [handover, setHandover] = useState<Handover>()
  const close = (message?: string): void => {
    setOpened(undefined)
    if (message) setDone(message)
  }
  const acts: Column<Person> = {
    key: 'acts',
    title: texts.acts,
    width: 110,
    isScreenOnly: true,
    cell: (person) => <PersonActs person={person} onPassword={setHandover} />,
  }
  return (
    <Stack gap="md">
      {mayChange && (
        <Group gap="sm" className="no-print">
          <Button onClick={() => setOpened('one')}>{texts.addPerson}</Button>
          <Button variant="default" onClick={() => setOpened('file')}>
            {texts.importAccounts.open}
          </Button>
          <LinkButton variant="default" to="/quan-tri/phieu-dang-nhap">
            {texts.slips.link}
          </LinkButton>
        </Group>
      )}
      {done && (
        <Alert color="green" role="status">
          {done}
        </Alert>
      )}
      <SearchBox
        label={texts.findPeople}
        value={search}
        onChange={(value) => {
          setAfter('')
          setSearch(value)
        }}
      />
      <Loaded call={people}>
        {(value) => (
          <>
            <DataTable
              caption={texts.peoplePage}
              columns={mayChange ? [...personColumns, acts] : personColumns}
              rows={value.people}
              keyOf={({ id }) => id}
              empty={texts.noPeople}
            />
            <Group className="no-print">
              {after !== '' && (
                <Button variant="default" onClick={() => setAfter('')}>
                  {texts.firstPeople}
                </Button>
              )}
              {value.next !== undefined && (
                <Button variant="default" onClick={() => setAfter(value.next ?? '')}>
                  {texts.morePeople}
                </Button>
              )}
            </Group>
          </>
        )}
      </Loaded>
      <AddPerson isOpen={opened === 'one'} onClose={() => close()} onAdded={setHandover} />
      {opened === 'file' && <ImportAccounts onClose={close} />}
      <OneTimePassword handover={handover} onClose={() => setHandover(undefined)} />
    </Stack>
  )
}
