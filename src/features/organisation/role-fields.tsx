import { NativeSelect, Select } from '@mantine/core'
import { fold } from '../../core/fold.ts'
import { unitRoles } from '../../core/organisation/role-place.ts'
import { type Role, roles } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { organisationRoutes } from './contract.ts'

const texts = organisationTexts.personForm
const shownUnits = 50

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
        <Select
          label={texts.unit}
          placeholder={texts.unitPlaceholder}
          nothingFoundMessage={texts.noUnit}
          data={(units.value?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={value.unitId}
          onChange={(unitId) => onChange({ ...value, unitId })}
          searchable
          required
          limit={shownUnits}
          filter={({ options, search, limit }) =>
            options.filter((option) => 'label' in option && fold(option.label).includes(fold(search))).slice(0, limit)
          }
        />
      )}
    </>
  )
}
