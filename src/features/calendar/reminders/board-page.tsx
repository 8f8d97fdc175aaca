import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { FilterChips } from '../../../web/widgets/filter-chips.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../../web/widgets/session.ts'
import { StageBadge } from '../../../web/widgets/stage-badge.tsx'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import { calendarRoutes } from '../contract.ts'
import type { Board, BoardUnit } from './contract.ts'
import { RemindDialog } from './remind-dialog.tsx'

const texts = calendarTexts.board
const filterNames = ['chua-nop', 'chua-bat-dau', 'qua-han', 'tat-ca'] as const
type Filter = (typeof filterNames)[number]
const labels: Readonly<Record<Filter, string>> = {
  'tat-ca': texts.filters.all,
  'chua-bat-dau': texts.filters.notStarted,
  'chua-nop': texts.filters.notSubmitted,
  'qua-han': texts.filters.late,
}
const isOpen = ({ stage }: BoardUnit): boolean => stage === 'preparing' || stage === 'selfAssessing'
const passes: Readonly<Record<Filter, (unit: BoardUnit) => boolean>> = {
  'tat-ca': () => true,
  'chua-bat-dau': (unit) => isOpen(unit) && unit.answered === 0,
  'chua-nop': isOpen,
  'qua-han': ({ late }) => late,
}
const figure = (count: number): string => formatFigure(String(count))

/** Who has entered what, who is late; reminds all that are shown. */
export const BoardPage = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId: string }
  const board = useCall(calendarRoutes.board, { params: { cycleId } }, { everySeconds: 60 })
  const calendar = useCall(calendarRoutes.show, { params: { cycleId } })
  const title = calendar.value?.cycle.title ?? ''
  return (
    <Stack gap="md">
      <PageTitle
        under={title}
        actions={
          <LinkButton variant="default" to="/ky-danh-gia/$cycleId/lich" params={{ cycleId }}>
            {calendarTexts.toCalendar}
          </LinkButton>
        }
      >
        {texts.title}
      </PageTitle>
      <Loaded call={board}>{(value) => <Units cycleId={cycleId} cycleTitle={title} board={value} />}</Loaded>
    </Stack>
  )
}

interface UnitsProps {
  readonly cycleId: string
  readonly cycleTitle: string
  readonly board: Board
}

const Units = ({ cycleId, cycleTitle, board }: UnitsProps) => {
  const mayRemind = holdsAny(useSignedIn(), ['methodOwner'])
  const [word, setWord] = useAddress('loc', 'chua-nop')
  const [reminding, setReminding] = useState<readonly BoardUnit[]>()
  const filter = filterNames.find((name) => name === word) ?? 'chua-nop'
  const units = board.units.filter(passes[filter])
  const counts = Object.fromEntries(filterNames.map((name) => [name, board.units.filter(passes[name]).length])) as Record<Filter, number>
  const { mail, hasMail } = board
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <FilterChips label={texts.filters.label} names={filterNames} labels={labels} counts={counts} chosen={filter} onChoose={setWord} />
        {mayRemind && (
          <Button disabled={units.length === 0} onClick={() => setReminding(units)}>
            {texts.remind(figure(units.length))}
          </Button>
        )}
      </Group>
      <Text size="sm" c="gray.7">
        {hasMail ? texts.mail(figure(mail.sent), figure(mail.waiting), figure(mail.failed)) : texts.noMail}
      </Text>
      <Failures board={board} />
      <DataTable
        caption={texts.caption}
        isCaptionHidden
        isLong
        rows={units}
        keyOf={({ id }) => id}
        columns={[
          { key: 'code', title: texts.code, width: 90, cell: ({ code }) => code },
          { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ name }) => name },
          { key: 'stage', title: texts.stage, width: 172, cell: ({ stage }) => <StageBadge stage={stage} /> },
          { key: 'progress', title: texts.progress, isFigure: true, width: 100, cell: ({ answered, leaves }) => `${answered}/${leaves}` },
          { key: 'late', title: texts.late, width: 100, cell: ({ late }) => (late ? <strong>{texts.late}</strong> : null) },
          {
            key: 'reminded',
            title: texts.reminded,
            width: 190,
            cell: ({ people, remindedAt }) => (people === 0 ? texts.nobody : remindedAt && <Moment value={remindedAt} />),
          },
        ]}
      />
      {reminding && <RemindDialog cycleId={cycleId} cycleTitle={cycleTitle} units={reminding} onClose={() => setReminding(undefined)} />}
    </>
  )
}

const Failures = ({ board: { failures } }: { readonly board: Board }) =>
  failures.length === 0 ? null : (
    <Alert color="red" bg="red.0">
      <Title order={2} size="h4">
        {texts.failures}
      </Title>
      <List size="sm">
        {failures.map(({ person, attempts, reason, isGivenUp }, index) => (
          <List.Item key={`${person} ${index}`}>{texts.failure(person, figure(attempts), reason, isGivenUp)}</List.Item>
        ))}
      </List>
    </Alert>
  )
