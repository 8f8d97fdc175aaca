import { Badge, Group, Select, Stack, Tabs, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { formatDate, formatFigure } from '../../language/format.ts'
import { improvementWords as words } from '../../language/pages/improvement.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { ApproveActs } from './approve-acts.tsx'
import { improvementRoutes, type PlanView } from './contract.ts'
import { FollowTab } from './follow-tab.tsx'
import { LossesTab } from './losses-tab.tsx'
import { PaperTab } from './paper-tab.tsx'
import { RecommendationsTab } from './recommendations-tab.tsx'
import { RegistersTab } from './registers-tab.tsx'
import { ReviewTab } from './review-tab.tsx'
import { TargetsTab } from './targets-tab.tsx'
import { TasksTab } from './tasks-tab.tsx'

const tabs: readonly (readonly [address: string, label: string, tab: ComponentType<{ readonly view: PlanView }>])[] = [
  ['mat-diem', words.tabs.losses, LossesTab],
  ['nhiem-vu', words.tabs.tasks, TasksTab],
  ['chi-tieu', words.tabs.targets, TargetsTab],
  ['theo-doi', words.tabs.follow, FollowTab],
  ['kien-nghi', words.tabs.recommendations, RecommendationsTab],
  ['hop', words.tabs.review, ReviewTab],
  ['so', words.tabs.registers, RegistersTab],
  ['van-ban', words.tabs.paper, PaperTab],
]

const colors = { draft: 'gray', approved: 'green', closed: 'navy' } as const

/** Where a plan stands. */
export const PlanStage = ({ stage }: { readonly stage: PlanView['stage'] }) => <Badge color={colors[stage]}>{words.stages[stage]}</Badge>

const Under = ({ view: { plan, unit, stage, editions } }: { readonly view: PlanView }) => (
  <Stack gap={4}>
    <Group gap="xs">
      <PlanStage stage={stage} />
      <Text span>{`${unit.name}. ${words.forYears(plan.year, plan.actionYear)}`}</Text>
    </Group>
    {plan.result && (
      <Text>
        {`${words.resultLine(formatFigure(plan.result.points), formatFigure(plan.result.maxPoints))}${
          plan.result.rank !== undefined && plan.result.of !== undefined ? `, ${words.rankLine(plan.result.rank, plan.result.of)}` : ''
        }.`}
      </Text>
    )}
    {editions.map(({ edition, number, approvedOn }) => (
      <Text key={edition} c="gray.7">
        {words.edition(edition, number, formatDate(approvedOn))}
      </Text>
    ))}
  </Stack>
)

const Shown = ({ view }: { readonly view: PlanView }) => {
  const [chosen, choose] = useAddress('muc', view.stage === 'draft' ? 'mat-diem' : 'theo-doi')
  return (
    <>
      <PageLink to="/cai-thien" className="no-print">
        {words.back}
      </PageLink>
      <PageTitle actions={<ApproveActs view={view} />} under={<Under view={view} />}>
        {view.plan.title}
      </PageTitle>
      <Tabs value={chosen} onChange={(value) => choose(value ?? 'mat-diem')} keepMounted={false}>
        <Select
          hiddenFrom="sm"
          mb="md"
          label={words.section}
          data={tabs.map(([value, label]) => ({ value, label }))}
          value={chosen}
          onChange={(value) => choose(value ?? 'mat-diem')}
          allowDeselect={false}
        />
        <Tabs.List mb="lg" visibleFrom="sm">
          {tabs.map(([address, label]) => (
            <Tabs.Tab key={address} value={address}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([address, , Tab]) => (
          <Tabs.Panel key={address} value={address}>
            <Tab key={view.version} view={view} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

/** `/cai-thien/$unitId/$planId`: one plan, from lost points to how it goes. */
export const PlanPage = () => {
  const { unitId = '', planId = '' } = useParams({ strict: false })
  const plan = useCall(improvementRoutes.plan, { params: { unitId, planId } })
  return <Loaded call={plan}>{(view) => <Shown view={view} />}</Loaded>
}
