import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { AddEvidence } from './add-evidence.tsx'
import { evidenceRoutes } from './contract.ts'
import { RegisterTable } from './register-table.tsx'

const pageSize = 50

/** The register of documents of the own unit; whoever serves several chooses one. */
export const RegisterPage = () => {
  const { grants } = useSignedIn()
  const units = [...new Map(grants.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))).values()]
  const [chosen, choose] = useAddress('don-vi')
  const unit = units.find(({ id }) => id === chosen) ?? units[0]
  const [isAdding, setAdding] = useState(false)
  if (!unit)
    return (
      <>
        <PageTitle>{evidenceTexts.registerTitle}</PageTitle>
        <EmptyState>{evidenceTexts.noUnit}</EmptyState>
      </>
    )
  return (
    <>
      <PageTitle
        under={evidenceTexts.registerUnder(unit.name)}
        actions={<Button onClick={() => setAdding(true)}>{evidenceTexts.add}</Button>}
      >
        {evidenceTexts.registerTitle}
      </PageTitle>
      {units.length > 1 && (
        <Select
          label={evidenceTexts.unit}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={unit.id}
          onChange={(id) => choose(id ?? '')}
          allowDeselect={false}
          mb="md"
        />
      )}
      <Register key={unit.id} unitId={unit.id} onAdd={() => setAdding(true)} />
      {isAdding && <AddEvidence unitId={unit.id} onAdded={() => setAdding(false)} onClose={() => setAdding(false)} />}
    </>
  )
}

const Register = ({ unitId, onAdd }: { readonly unitId: string; readonly onAdd: () => void }) => {
  const [search, setSearch] = useAddress('tim')
  const [limit, setLimit] = useState(pageSize)
  const register = useCall(evidenceRoutes.register, { params: { unitId }, query: { search, limit } })
  return (
    <Stack gap="md">
      <SearchBox value={search} onChange={setSearch} label={evidenceTexts.searchLabel} hint={evidenceTexts.searchHint} />
      <Loaded call={register}>
        {({ evidence, total, next }) =>
          total === 0 && !search ? (
            <EmptyState title={evidenceTexts.noneAtAll} action={<Button onClick={onAdd}>{evidenceTexts.add}</Button>}>
              {evidenceTexts.noneAtAllHint}
            </EmptyState>
          ) : (
            <>
              <Text size="sm" c="gray.7" role="status">
                {total === 0 ? evidenceTexts.noneFound(search) : evidenceTexts.counted(formatFigure(String(total)))}
              </Text>
              {total > 0 && <RegisterTable unitId={unitId} evidence={evidence} />}
              {next && (
                <Group justify="center">
                  <Button variant="default" onClick={() => setLimit(Math.min(200, limit + pageSize))} disabled={limit >= 200}>
                    {evidenceTexts.more}
                  </Button>
                </Group>
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}
