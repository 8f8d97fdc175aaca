import { MultiSelect, Stack, Switch, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { assignmentTexts } from '../../language/pages/assignment.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { LinkButton, PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { assignmentRoutes, type DutyList } from './contract.ts'
import classes from './own-duties.module.css'

const texts = assignmentTexts.own

/** What I and my division answer for, and whom of us it was handed to. */
export const OwnDutiesPage = () => {
  const duties = useCall(assignmentRoutes.duties)
  const [onlyMine, setOnlyMine] = useState(false)
  return (
    <Stack gap="md">
      <PageTitle>{texts.title}</PageTitle>
      <Loaded call={duties}>
        {({ lists }) =>
          lists.length === 0 ? (
            <Nothing />
          ) : (
            <Stack gap="xl">
              <Switch label={texts.mine} checked={onlyMine} onChange={(event) => setOnlyMine(event.currentTarget.checked)} />
              {lists.map((list) => (
                <List key={`${list.cycle.id} ${list.unit.id} ${list.division?.id}`} list={list} onlyMine={onlyMine} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  )
}

const Nothing = () => {
  const mayAssign = holdsAny(useSignedIn(), ['unitOfficer', 'headOfUnit'])
  return (
    <EmptyState title={texts.none} action={mayAssign && <LinkButton to="/tu-danh-gia">{texts.toSheets}</LinkButton>}>
      {mayAssign ? texts.assignHint : texts.noneHint}
    </EmptyState>
  )
}

/** Rows by the area they stand in, as the set has them. */
const areasOf = (rows: DutyList['rows']): readonly (readonly [string, DutyList['rows']])[] => [
  ...Map.groupBy(rows, ({ area }) => `${area.code}. ${area.name}`),
]

const List = ({ list, onlyMine }: { readonly list: DutyList; readonly onlyMine: boolean }) => {
  const { grants } = useSignedIn()
  const { cycle, unit, division, colleagues } = list
  const handOn = useChange(assignmentRoutes.handOn, { refreshes: [assignmentRoutes.duties] })
  const mayHandOn = grants.some(
    ({ role, unit: own }) => own && own.id === division?.id && (role === 'divisionOfficer' || role === 'headOfUnit'),
  )
  const name = (nodeId: string, personIds: string[]): void => {
    if (division) void handOn.run({ params: { unitId: division.id }, body: { cycleId: cycle.id, nodeIds: [nodeId], personIds } })
  }
  const of = texts.under(unit.name, division?.name)
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{cycle.title}</Title>
      {handOn.refused && <ErrorState refused={handOn.refused} />}
      {areasOf(list.rows.filter(({ isMine }) => isMine || !onlyMine)).map(([area, rows], index) => (
        <details key={area} open={index === 0} className={classes.group}>
          <summary className={classes.head}>
            <Text component="span" fw={600}>
              {area}
            </Text>{' '}
            <Text component="span" size="sm" c="gray.7">
              {texts.counted(formatFigure(String(rows.length)))}
            </Text>
          </summary>
          <DataTable
            caption={texts.caption(cycle.title, of)}
            isCaptionHidden
            rows={rows}
            keyOf={({ nodeId }) => nodeId}
            columns={[
              { key: 'code', title: assignmentTexts.table.code, width: 74, cell: ({ code }) => code },
              {
                key: 'name',
                title: assignmentTexts.table.name,
                isRowHeader: true,
                cell: (row) => (
                  <PageLink
                    to="/tu-danh-gia/$cycleId/$unitId"
                    params={{ cycleId: cycle.id, unitId: unit.id }}
                    search={{ 'tieu-chi': row.nodeId }}
                  >
                    {row.name}
                  </PageLink>
                ),
              },
              {
                key: 'points',
                title: assignmentTexts.table.points,
                isFigure: true,
                width: 70,
                cell: (row) => <Points value={row.maxPoints} />,
              },
              { key: 'duty', title: texts.duty, width: 110, cell: ({ duty }) => assignmentTexts.duties[duty] },
              {
                key: 'people',
                title: texts.people,
                width: 280,
                cell: ({ nodeId, code, people }) =>
                  mayHandOn ? (
                    <MultiSelect
                      aria-label={texts.handOnFor(code)}
                      placeholder={people.length === 0 ? texts.handOn : ''}
                      data={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
                      value={people.map(({ id }) => id)}
                      disabled={handOn.isRunning}
                      onChange={(personIds) => name(nodeId, personIds)}
                    />
                  ) : (
                    people.map((person) => person.name).join(', ') || texts.notYet
                  ),
              },
            ]}
          />
        </details>
      ))}
    </Stack>
  )
}
