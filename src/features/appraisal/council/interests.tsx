import { Button, Group, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { councilTexts } from '../../../language/pages/council.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { councilRoutes, type Councils } from '../council-contract.ts'

interface Held {
  readonly person: Councils['people'][number] | Councils['interests'][number]['person']
  readonly unit: Councils['interests'][number]['unit']
  readonly reason: string
  readonly waiver?: Councils['interests'][number]['waiver']
}

/** Interests that were declared, and those that follow from serving in a unit of the cycle. */
const heldIn = ({ interests, people, groups }: Councils): readonly Held[] => {
  const units = new Set(groups.flatMap((group) => group.units.map(({ id }) => id)))
  const isDeclared = (personId: string, unitId: string): boolean =>
    interests.some(({ person, unit }) => person.id === personId && unit.id === unitId)
  const serving = people.flatMap((person) =>
    person.servesIn
      .filter(({ id }) => units.has(id) && !isDeclared(person.id, id))
      .map((unit) => ({ person, unit, reason: councilTexts.serves })),
  )
  return [...interests, ...serving]
}

/** Who has an interest in which unit, and what the chair said to it. */
export const Interests = ({ councils }: { readonly councils: Councils }) => {
  const session = useSignedIn()
  const isChair = holdsAny(session, ['councilChair'])
  const canDeclare = holdsAny(session, ['appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember'])
  const [waiving, setWaiving] = useState<Held>()
  const { interestColumns: titles } = councilTexts
  return (
    <section aria-labelledby="loi-ich">
      <Title order={2} size="h3" id="loi-ich">
        {councilTexts.interests}
      </Title>
      <Text mb="sm">{councilTexts.interestsNote}</Text>
      {canDeclare && <DeclareForm councils={councils} />}
      <DataTable
        caption={councilTexts.interests}
        isCaptionHidden
        rows={heldIn(councils)}
        keyOf={({ person, unit }) => `${person.id} ${unit.id}`}
        empty={councilTexts.noInterests}
        columns={[
          { key: 'person', title: titles.person, isRowHeader: true, cell: ({ person }) => person.name },
          { key: 'unit', title: titles.unit, cell: ({ unit }) => unit.name },
          { key: 'reason', title: titles.reason, cell: ({ reason }) => reason },
          {
            key: 'waiver',
            title: titles.waiver,
            cell: (held) => {
              if (held.waiver) return councilTexts.waived(held.waiver.by, held.waiver.reason)
              return (
                isChair &&
                held.person.id !== session.person.id && (
                  <Button size="compact-sm" variant="default" onClick={() => setWaiving(held)}>
                    {councilTexts.waive}
                  </Button>
                )
              )
            },
          },
        ]}
      />
      {waiving && <WaiveDialog cycleId={councils.cycle.id} held={waiving} onClose={() => setWaiving(undefined)} />}
    </section>
  )
}

const DeclareForm = ({ councils }: { readonly councils: Councils }) => {
  const [unitId, setUnit] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const declare = useChange(councilRoutes.declareInterest)
  const send = async (): Promise<void> => {
    const outcome = await declare.run({ params: { cycleId: councils.cycle.id }, body: { unitId: unitId ?? '', reason } })
    if (!outcome.ok) return
    setUnit(null)
    setReason('')
  }
  return (
    <Paper withBorder p="md" mb="md">
      <Stack gap="sm">
        <Group align="flex-end" grow preventGrowOverflow={false}>
          <Select
            label={councilTexts.where}
            searchable
            limit={100}
            miw={220}
            data={councils.groups.flatMap(({ units }) => units.map(({ id, name }) => ({ value: id, label: name })))}
            value={unitId}
            onChange={setUnit}
          />
          <TextInput
            label={councilTexts.declareReason}
            miw={220}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Group>
        {declare.refused && <ErrorState refused={declare.refused} />}
        <Group>
          <Button variant="default" loading={declare.isRunning} disabled={!unitId || !reason.trim()} onClick={() => void send()}>
            {councilTexts.declare}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

const WaiveDialog = ({ cycleId, held, onClose }: { readonly cycleId: string; readonly held: Held; readonly onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const waive = useChange(councilRoutes.waiveInterest)
  const run = async (): Promise<void> => {
    const body = { personId: held.person.id, unitId: held.unit.id, reason }
    const outcome = await waive.run({ params: { cycleId }, body })
    if (outcome.ok) onClose()
  }
  return (
    <Confirm
      isOpen
      title={councilTexts.waiveTitle(held.person.name, held.unit.name)}
      act={councilTexts.waive}
      onAct={() => void run()}
      onClose={onClose}
      isRunning={waive.isRunning}
      refused={waive.refused}
    >
      <Textarea
        label={councilTexts.waiveReason}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
