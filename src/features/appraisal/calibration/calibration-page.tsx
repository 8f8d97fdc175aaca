import { Button, Group, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { calibrationTexts as texts } from '../../../language/pages/calibration.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Moment, Points } from '../../../web/widgets/figures.tsx'
import { LinkButton } from '../../../web/widgets/links.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { PageTitle } from '../../../web/widgets/page-title.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { CalibrationBadge } from './calibrations-page.tsx'
import { type Calibration, type CalibrationHead, calibrationRoutes } from './contract.ts'
import { DifferencesView } from './differences-view.tsx'
import { PointsForm } from './points-form.tsx'

const count = (figure: number): string => formatFigure(String(figure))

/** One common sample: one's own points while giving, then how far all lie apart. */
export const CalibrationPage = () => {
  const params = useParams({ strict: false }) as { readonly cycleId: string; readonly calibrationId: string }
  const call = useCall(calibrationRoutes.show, { params })
  return <Loaded call={call}>{(value) => <Page calibration={value} />}</Loaded>
}

const Page = ({ calibration }: { readonly calibration: Calibration }) => {
  const { cycle, head, canGive, canConduct, differences, leaves } = calibration
  return (
    <Stack gap="lg">
      <PageTitle
        under={
          <>
            <CalibrationBadge stage={head.stage} /> {cycle.title}
          </>
        }
        actions={
          <>
            <LinkButton variant="default" to="/cham-thu/$cycleId" params={{ cycleId: cycle.id }}>
              {texts.back}
            </LinkButton>
            {canConduct && head.stage === 'giving' && <Move calibration={calibration} to="shown" />}
            {canConduct && head.stage === 'shown' && <Move calibration={calibration} to="closed" />}
          </>
        }
      >
        {head.title}
      </PageTitle>
      <About head={head} />
      {head.closedBecause && <Text>{texts.closedBecause[head.closedBecause]}</Text>}
      {head.stage === 'giving' && <Text>{canGive ? texts.alone : texts.notYours}</Text>}
      {canGive && <PointsForm key={leaves.map(({ own }) => own?.version ?? 0).join()} calibration={calibration} />}
      {head.stage === 'giving' && <Progress head={head} />}
      {!canGive && (!differences || differences.leaves.length === 0) && <Sample leaves={leaves} />}
      {differences && <DifferencesView calibration={calibration} differences={differences} />}
    </Stack>
  )
}

const About = ({ head: { seed, populationHash, endsAt, drawnBy, drawnAt, units, leaves } }: { readonly head: CalibrationHead }) => (
  <div>
    <Text size="sm" c="gray.7">
      {texts.size(count(units), count(leaves))}. {texts.columns.drawn}: {drawnBy.name}, <Moment value={drawnAt} />
      {endsAt && (
        <>
          . {texts.ends} <Moment value={endsAt} />
        </>
      )}
    </Text>
    <Text size="sm" c="gray.7">
      {seed ? texts.seedIs(seed) : texts.byHandIs}
    </Text>
    <Text component="details" size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
      <summary>{texts.forChecking}</summary>
      {texts.hashIs(populationHash)}
    </Text>
  </div>
)

/** What the sample is made of, for whoever gives no points on it. */
const Sample = ({ leaves }: Pick<Calibration, 'leaves'>) => (
  <DataTable
    caption={texts.sample}
    rows={leaves}
    keyOf={({ unit, nodeId }) => `${unit.id} ${nodeId}`}
    columns={[
      { key: 'leaf', title: texts.sheet.leaf, isRowHeader: true, cell: ({ code, name }) => `${code} ${name}` },
      { key: 'unit', title: texts.sheet.unit, cell: ({ unit }) => unit.name },
      { key: 'max', title: texts.sheet.max, isFigure: true, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
    ]}
  />
)

const Progress = ({ head: { people, leaves } }: { readonly head: CalibrationHead }) => (
  <DataTable
    caption={texts.form.people}
    rows={people}
    keyOf={({ person }) => person.id}
    columns={[
      { key: 'name', title: texts.people.name, isRowHeader: true, cell: ({ person }) => person.name },
      { key: 'given', title: texts.progress, isFigure: true, cell: ({ given }) => texts.progressOf(count(given), count(leaves)) },
    ]}
  />
)

const Move = ({ calibration: { cycle, head }, to }: { readonly calibration: Calibration; readonly to: 'shown' | 'closed' }) => {
  const [isAsking, setAsking] = useState(false)
  const move = useChange(calibrationRoutes.move)
  const act = async (): Promise<void> => {
    const outcome = await move.run({ params: { cycleId: cycle.id, calibrationId: head.id }, body: { to }, ifMatch: head.version })
    if (outcome.ok) setAsking(false)
  }
  const unfinished = head.people.filter(({ given }) => given < head.leaves).length
  return (
    <>
      <Button onClick={() => setAsking(true)}>{to === 'shown' ? texts.end : texts.close}</Button>
      <Confirm
        isOpen={isAsking}
        title={to === 'shown' ? texts.endTitle : texts.closeTitle}
        act={to === 'shown' ? texts.end : texts.close}
        onAct={() => void act()}
        onClose={() => setAsking(false)}
        isRunning={move.isRunning}
        refused={move.refused}
      >
        <Group>{to === 'shown' ? texts.endNote(unfinished) : texts.closeNote}</Group>
      </Confirm>
    </>
  )
}
