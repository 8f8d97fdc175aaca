import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { bodyTexts } from '../../../language/pages/bodies.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useSignedIn } from '../../../web/widgets/session.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { legalBasisRoutes } from '../contract.ts'
import { documentName } from '../describe.ts'
import { ChargeForm } from './charge-form.tsx'
import { bodyRoutes, type UnitCharge } from './contract.ts'
import { termText } from './terms.ts'

const texts = bodyTexts.charges

/** Who is in charge of reform work: in the own unit, to be changed; in any unit, for whoever serves in none. */
export const ChargesSection = () => {
  const { grants } = useSignedIn()
  const own = [...new Map(grants.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))).values()]
  const all = useCall(legalBasisRoutes.choices, {}, { when: own.length === 0 })
  const units = own.length > 0 ? own : (all.value?.units ?? [])
  const [chosen, choose] = useState<string>()
  const unitId = chosen ?? units[0]?.id
  const mayChange = grants.some(({ role, unit }) => unit?.id === unitId && (role === 'unitOfficer' || role === 'headOfUnit'))
  return (
    <Stack gap="sm" component="section">
      <div>
        <Title order={2} size="h3">
          {texts.title}
        </Title>
        <Text size="sm" c="gray.7">
          {texts.under}
        </Text>
      </div>
      {units.length > 1 && (
        <NativeSelect
          label={texts.unit}
          value={unitId ?? ''}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose(event.currentTarget.value)}
          maw={480}
        />
      )}
      {unitId !== undefined && <Charges key={unitId} unitId={unitId} mayChange={mayChange} />}
    </Stack>
  )
}

const Charges = ({ unitId, mayChange }: { readonly unitId: string; readonly mayChange: boolean }) => {
  const listed = useCall(bodyRoutes.charges, { params: { unitId } })
  const [opened, setOpened] = useState<UnitCharge | 'new'>()
  return (
    <Loaded call={listed}>
      {({ charges, people }) => (
        <>
          {charges.length === 0 ? (
            <Text c="gray.7">{texts.empty}</Text>
          ) : (
            <ChargeTable charges={charges} onChange={mayChange ? setOpened : undefined} />
          )}
          {mayChange && (
            <Group className="no-print">
              <Button variant="default" onClick={() => setOpened('new')}>
                {texts.add}
              </Button>
            </Group>
          )}
          {opened && (
            <ChargeForm
              unitId={unitId}
              people={people}
              {...(opened !== 'new' && { charge: opened })}
              onClose={() => setOpened(undefined)}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

const ChargeTable = ({
  charges,
  onChange,
}: {
  readonly charges: readonly UnitCharge[]
  readonly onChange: ((charge: UnitCharge) => void) | undefined
}) => (
  <DataTable
    caption={texts.caption}
    isCaptionHidden
    rows={charges}
    keyOf={({ id }) => id}
    columns={[
      { key: 'name', title: bodyTexts.memberName, isRowHeader: true, cell: ({ name }) => name },
      { key: 'role', title: texts.kind, cell: ({ role }) => texts.kinds[role] },
      { key: 'field', title: texts.field, cell: ({ field }) => field ?? texts.whole },
      {
        key: 'office',
        title: bodyTexts.office,
        cell: ({ office, qualification }) => [office, qualification].filter(Boolean).join(', ') || '–',
      },
      { key: 'decision', title: texts.decision, cell: ({ decision }) => (decision ? documentName(decision) : '–') },
      { key: 'term', title: bodyTexts.term, cell: (charge) => termText(charge) || '–' },
      ...(onChange
        ? [
            {
              key: 'change',
              title: '',
              width: 70,
              isScreenOnly: true,
              cell: (charge: UnitCharge) => (
                <Button variant="subtle" size="compact-sm" aria-label={texts.changeOf(charge.name)} onClick={() => onChange(charge)}>
                  {texts.change}
                </Button>
              ),
            },
          ]
        : []),
    ]}
  />
)
