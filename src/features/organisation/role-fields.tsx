import { NativeSelect } from '@mantine/core'
import { unitRoles } from '../../core/organisation/role-place.ts'
import { type Role, roles } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'
import { UnitSelect } from './unit-select.tsx'

const texts = organisationTexts.personForm

export interface GivenRole {
  readonly role: Role
  readonly unitId: string | null
}

/** What the server takes: no unit where the role has none. */
export const grantOf = ({ role, unitId }: GivenRole) => ({ role, ...(unitId && unitRoles.includes(role) && { unitId }) })

/** A role and, where it is held in a unit, which. */
export const RoleFields = ({ value, onChange }: { readonly value: GivenRole; readonly onChange: (value: GivenRole) => void }) => {
  const units = useCall(organisationRoutes.units)
  return (
    <>
      <NativeSelect
        label={texts.role}
        data={roles.map((role) => ({ value: role, label: labelsVi.roles[role] }))}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: event.currentTarget.value as Role })}
      />
      {unitRoles.includes(value.role) && (
        <UnitSelect
          label={texts.unit}
          units={units.value?.units ?? []}
          value={value.unitId}
          onChange={(unitId) => onChange({ ...value, unitId })}
          required
        />
      )}
    </>
  )
}
