import { Menu, Text, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { sessionRoutes } from '../../features/session/contract.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { shellTexts } from '../../language/pages/shell.ts'
import { call } from '../widgets/client.ts'
import { holdsAny, useSignedIn } from '../widgets/session.ts'
import classes from './account-menu.module.css'
import { openShortcuts } from './shortcuts.tsx'

const signOut = async (): Promise<void> => {
  await call(sessionRoutes.signOut)
  location.assign('/dang-nhap')
}

/** Who is signed in, with roles, and the way out. */
export const AccountMenu = () => {
  const session = useSignedIn()
  const { person, grants } = session
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={shellTexts.accountMenu(person.name)}>
          <span className={classes.name}>{person.name}</span>
          <span aria-hidden="true">▾</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Text fw={600} px="sm" pt={4}>
          {person.name}
        </Text>
        {grants.map(({ role, unit }) => (
          <Text key={role + (unit?.id ?? '')} size="sm" c="gray.7" px="sm">
            {labelsVi.roles[role]}
            {unit && `, ${unit.name}`}
          </Text>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/tai-khoan">
          {shellTexts.changePassword}
        </Menu.Item>
        {holdsAny(session, ['administrator']) && (
          <>
            <Menu.Item component={Link} to="/tai-lieu-api">
              {shellTexts.places.interface}
            </Menu.Item>
            <Menu.Item component={Link} to="/kieu-mau">
              {shellTexts.places.widgets}
            </Menu.Item>
          </>
        )}
        <Menu.Item onClick={openShortcuts}>{shellTexts.shortcuts}</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{shellTexts.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
