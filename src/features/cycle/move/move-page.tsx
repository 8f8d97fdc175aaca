import { List, Select, Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { cycleMoveTexts as texts } from '../../../language/pages/cycle-move.ts'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { type CycleDetail, cycleRoutes } from '../contract.ts'
import { type FrameworkMove, type MovePreview, moveRoutes } from './contract.ts'
import { MoveForm } from './move-form.tsx'
import { MovesList } from './moves-list.tsx'
import { PreviewTable } from './preview-table.tsx'
import { versionText } from './version-text.ts'

/** Moves a running cycle to an amended framework: the version, what becomes of every leaf, then the act. */
export const MovePage = () => {
  const params = useParams({ strict: false }) as { readonly cycleId: string }
  const cycle = useCall(cycleRoutes.detail, { params })
  const versions = useCall(moveRoutes.versions, { params })
  return (
    <>
      <PageTitle
        under={cycle.value?.title}
        actions={
          <LinkButton variant="default" to="/ky-danh-gia/$cycleId" params={params}>
            {texts.back}
          </LinkButton>
        }
      >
        {texts.title}
      </PageTitle>
      <Stack gap="lg">
        <Text maw="70ch">{texts.intro}</Text>
        <Loaded call={cycle}>
          {(detail) => (
            <Loaded call={versions}>
              {({ groups, moves }) => (
                <>
                  <ChosenVersion cycle={detail} groups={groups} />
                  <Moves moves={moves} />
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </>
  )
}

type Head = MovePreview['from']

interface Group {
  readonly unitGroup: string
  readonly now: Head
  readonly newer: readonly Head[]
}

const ChosenVersion = ({ cycle, groups }: { readonly cycle: CycleDetail; readonly groups: readonly Group[] }) => {
  const choices = groups.flatMap((group) => group.newer.map((to) => ({ group, to })))
  const [chosen, setChosen] = useState<string | null>(choices[0] ? choices[0].to.id : null)
  const choice = choices.find(({ to }) => to.id === chosen)
  if (['preparing', 'approved', 'published'].includes(cycle.stage)) return <EmptyState>{texts.closed}</EmptyState>
  if (choices.length === 0)
    return (
      <EmptyState
        title={texts.none}
        action={
          <LinkButton variant="default" to="/bo-tieu-chi">
            {texts.toFrameworks}
          </LinkButton>
        }
      >
        {texts.noneHint}
      </EmptyState>
    )
  return (
    <Stack gap="md">
      <Select
        label={texts.to}
        description={choice && `${choice.group.unitGroup} · ${texts.now}: ${versionText(choice.group.now)}`}
        data={choices.map(({ group, to }) => ({ value: to.id, label: `${group.unitGroup}: ${versionText(to)}` }))}
        value={chosen}
        onChange={setChosen}
        allowDeselect={false}
        maw="60rem"
      />
      {choice && <Preview key={choice.to.id} cycle={cycle} unitGroup={choice.group.unitGroup} frameworkId={choice.to.id} />}
    </Stack>
  )
}

const Preview = ({
  cycle,
  unitGroup,
  frameworkId,
}: {
  readonly cycle: CycleDetail
  readonly unitGroup: string
  readonly frameworkId: string
}) => {
  const preview = useCall(moveRoutes.preview, { params: { cycleId: cycle.id, frameworkId } })
  return (
    <Loaded call={preview}>
      {(value) => (
        <Stack gap="md">
          <List>
            <List.Item>{texts.summary(String(value.units), String(value.carried))}</List.Item>
            <List.Item>
              {value.toSettle > 0 ? texts.settling(String(value.toSettle), String(value.givenBack)) : texts.nothingToSettle}
            </List.Item>
            {value.toSettle > 0 && <List.Item>{texts.newLeaves}</List.Item>}
            {value.surveys.map(({ title, leaves }) => (
              <List.Item key={title}>{texts.survey(title, leaves.join(', '))}</List.Item>
            ))}
          </List>
          <PreviewTable leaves={value.leaves} />
          <MoveForm cycle={cycle} unitGroup={unitGroup} frameworkId={frameworkId} preview={value} />
        </Stack>
      )}
    </Loaded>
  )
}

const Moves = ({ moves }: { readonly moves: readonly FrameworkMove[] }) =>
  moves.length > 0 && (
    <section aria-labelledby="da-chuyen">
      <Title order={2} size="h3" id="da-chuyen" mb="xs">
        {texts.moves}
      </Title>
      <MovesList moves={moves} />
    </section>
  )
