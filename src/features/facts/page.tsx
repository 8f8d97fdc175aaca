import { Group, Select } from '@mantine/core'
import { factsTexts as texts } from '../../language/pages/facts.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { factRoutes } from './contract.ts'
import { RegisterView } from './register-view.tsx'

const unitRoles = ['unitOfficer', 'divisionOfficer', 'headOfUnit'] as const
const thisYear = (): number => new Date().getFullYear()

/** The register of facts of the own unit, year by year; whoever oversees chooses a unit. */
export const FactsPage = () => {
  const session = useSignedIn()
  const own = [...new Map(session.grants.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))).values()]
  const oversees = holdsAny(session, ['methodOwner', 'inspector'])
  const all = useCall(factRoutes.units, {}, { when: oversees })
  const [chosen, choose] = useAddress('don-vi')
  const [year, setYear] = useAddress('nam', String(thisYear()))
  const units = oversees ? (all.value?.units ?? []) : own
  const unitId = units.find(({ id }) => id === chosen)?.id ?? (oversees ? undefined : own[0]?.id)
  const unit = units.find(({ id }) => id === unitId)
  const canChange = session.grants.some((grant) => grant.unit?.id === unitId && unitRoles.some((role) => role === grant.role))
  const canShare = session.grants.some(({ unit: of, role }) => of?.id === unitId && (role === 'unitOfficer' || role === 'headOfUnit'))
  const actions = holdsAny(session, ['methodOwner']) && (
    <LinkButton to="/so-lieu/nhap" variant="default">
      {texts.importLink}
    </LinkButton>
  )
  return (
    <>
      <PageTitle {...(unit && { under: texts.under(unit.name) })} actions={actions}>
        {texts.title}
      </PageTitle>
      <Group align="end" mb="md">
        {(oversees || own.length > 1) && (
          <Select
            label={texts.unit}
            searchable
            w={420}
            maw="100%"
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unitId ?? null}
            onChange={(id) => choose(id ?? '')}
            allowDeselect={false}
          />
        )}
        <Select
          label={texts.year}
          w={110}
          data={[1, 0, -1, -2, -3].map((ago) => String(thisYear() + ago))}
          value={year}
          onChange={(value) => setYear(value ?? year)}
          allowDeselect={false}
        />
      </Group>
      {unitId ? (
        <Register key={`${unitId} ${year}`} unitId={unitId} year={Number(year)} canChange={canChange} canShare={canShare} />
      ) : (
        <EmptyState>{oversees ? texts.noUnit : texts.noUnitAtAll}</EmptyState>
      )}
    </>
  )
}

interface RegisterProps {
  readonly unitId: string
  readonly year: number
  readonly canChange: boolean
  readonly canShare: boolean
}

const Register = ({ unitId, year, canChange, canShare }: RegisterProps) => {
  const register = useCall(factRoutes.register, { params: { unitId, year } })
  return <Loaded call={register}>{(value) => <RegisterView given={value} canChange={canChange} canShare={canShare} />}</Loaded>
}
