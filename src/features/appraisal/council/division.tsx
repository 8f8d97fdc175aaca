import { Button, Group, MultiSelect, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { councilTexts } from '../../../language/pages/council.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { councilRoutes, type Councils } from '../council-contract.ts'

interface Props {
  readonly councils: Councils
  readonly canChange: boolean
}

const areaName = ({ groups }: Councils, unitGroup: string, nodeId: string): string => {
  if (nodeId === '') return councilTexts.allAreas
  const area = groups.find((each) => each.unitGroup === unitGroup)?.areas.find(({ id }) => id === nodeId)
  return area ? `${area.code} ${area.name}` : nodeId
}

/** Which area of which unit is whose to appraise; nothing divided is everybody's. */
export const Division = ({ councils, canChange }: Props) => {
  const { assignments } = councils
  const takeBack = useChange(councilRoutes.takeBack)
  return (
    <section aria-labelledby="phan-cong">
      <Title order={2} size="h3" id="phan-cong">
        {councilTexts.division}
      </Title>
      <Text mb="sm">{assignments.length === 0 ? councilTexts.undivided : councilTexts.divided}</Text>
      {canChange && <DivideForm councils={councils} />}
      {takeBack.refused && <ErrorState refused={takeBack.refused} />}
      {assignments.length > 0 && (
        <DataTable
          caption={councilTexts.division}
          isCaptionHidden
          isLong={assignments.length > 50}
          rows={assignments}
          keyOf={({ id }) => id}
          columns={[
            { key: 'who', title: councilTexts.who, isRowHeader: true, cell: ({ person }) => person.name },
            { key: 'what', title: councilTexts.what, cell: ({ unitGroup, nodeId }) => areaName(councils, unitGroup, nodeId) },
            {
              key: 'where',
              title: councilTexts.where,
              cell: ({ unit, unitGroup }) => unit?.name ?? `${councilTexts.allUnits}: ${unitGroup}`,
            },
            ...(canChange
              ? [
                  {
                    key: 'acts',
                    title: '',
                    width: 110,
                    cell: ({ id, person, unitGroup, nodeId }: Councils['assignments'][number]) => (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={councilTexts.takeBackFor(person.name, areaName(councils, unitGroup, nodeId))}
                        onClick={() => void takeBack.run({ params: { cycleId: councils.cycle.id }, body: { ids: [id] } })}
                      >
                        {councilTexts.takeBack}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}

const DivideForm = ({ councils }: { readonly councils: Councils }) => {
  const { groups, people, cycle } = councils
  const [personIds, setPeople] = useState<string[]>([])
  const [unitGroup, setGroup] = useState(groups[0]?.unitGroup ?? '')
  const [nodeIds, setNodes] = useState<string[]>([])
  const [unitIds, setUnits] = useState<string[]>([])
  const divide = useChange(councilRoutes.divide)
  const group = groups.find((each) => each.unitGroup === unitGroup)
  const chooseGroup = (value: string | null): void => {
    setGroup(value ?? '')
    setNodes([])
    setUnits([])
  }
  const give = async (): Promise<void> => {
    const outcome = await divide.run({ params: { cycleId: cycle.id }, body: { personIds, unitGroup, nodeIds, unitIds } })
    if (outcome.ok) setPeople([])
  }
  const appraisers = people.filter(({ roles }) => roles.includes('appraiser') || roles.includes('areaLead'))
  return (
    <Paper withBorder p="md" mb="md">
      <Stack gap="sm">
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <MultiSelect
            label={councilTexts.people}
            searchable
            miw={220}
            data={appraisers.map(({ id, name }) => ({ value: id, label: name }))}
            value={personIds}
            onChange={setPeople}
          />
          <Select
            label={councilTexts.group}
            allowDeselect={false}
            miw={220}
            data={groups.map((each) => each.unitGroup)}
            value={unitGroup}
            onChange={chooseGroup}
          />
        </Group>
        <MultiSelect
          label={councilTexts.areas}
          placeholder={nodeIds.length ? '' : councilTexts.allAreas}
          searchable
          data={(group?.areas ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={nodeIds}
          onChange={setNodes}
        />
        <MultiSelect
          label={councilTexts.units}
          placeholder={unitIds.length ? '' : councilTexts.allUnits}
          searchable
          limit={100}
          data={(group?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={unitIds}
          onChange={setUnits}
        />
        {divide.refused && <ErrorState refused={divide.refused} />}
        <Group>
          <Button loading={divide.isRunning} disabled={personIds.length === 0} onClick={() => void give()}>
            {councilTexts.divide}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
