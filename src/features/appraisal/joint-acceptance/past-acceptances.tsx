import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { jointAcceptanceTexts as texts } from '../../../language/pages/joint-acceptance.ts'
import { Confirm } from '../../../web/widgets/confirm.tsx'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../../web/widgets/use-call.ts'
import { type JointAcceptance, jointAcceptanceRoutes } from './contract.ts'

interface Props {
  readonly cycleId: string
  readonly onTakenBack: () => void
}
const count = (figure: number): string => formatFigure(String(figure))

/** What was accepted together before, each with a way back as long as something of it stands and its round is open. */
export const PastAcceptances = ({ cycleId, onTakenBack }: Props) => {
  const list = useCall(jointAcceptanceRoutes.list, { params: { cycleId } })
  return (
    <Loaded call={list}>
      {({ acceptances }) =>
        acceptances.length === 0 ? null : (
          <section aria-labelledby="da-chap-nhan">
            <Title order={2} size="h3" id="da-chap-nhan" mb="xs">
              {texts.past}
            </Title>
            <DataTable
              caption={texts.past}
              isCaptionHidden
              rows={acceptances}
              keyOf={({ id }) => id}
              columns={[
                { key: 'at', title: texts.at, cell: ({ acceptedAt }) => <Moment value={acceptedAt} /> },
                { key: 'by', title: texts.by, isRowHeader: true, cell: ({ acceptedBy }) => acceptedBy.name },
                { key: 'units', title: texts.unitCount, isFigure: true, cell: ({ units }) => count(units) },
                { key: 'leaves', title: texts.leafCount, isFigure: true, cell: ({ leaves }) => count(leaves) },
                {
                  key: 'back',
                  title: texts.standing,
                  width: 260,
                  cell: (acceptance) => <Back cycleId={cycleId} acceptance={acceptance} onTakenBack={onTakenBack} />,
                },
              ]}
            />
          </section>
        )
      }
    </Loaded>
  )
}

const Back = ({ cycleId, acceptance, onTakenBack }: Props & { readonly acceptance: JointAcceptance }) => {
  const [isAsking, setAsking] = useState(false)
  const back = useChange(jointAcceptanceRoutes.takeBack)
  const { id, takenBack, standing, leaves, version } = acceptance
  if (takenBack)
    return (
      <Text size="sm">
        {texts.takenBack(count(takenBack.leaves), takenBack.by)} <Moment value={takenBack.at} />
      </Text>
    )
  const act = async (): Promise<void> => {
    const outcome = await back.run({ params: { cycleId, acceptanceId: id }, body: {}, ifMatch: version })
    if (!outcome.ok) return
    setAsking(false)
    onTakenBack()
  }
  return (
    <>
      <Text size="sm">{texts.stands(count(standing), count(leaves))}</Text>
      {standing > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {texts.takeBack}
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title={texts.takeBackTitle}
        act={texts.takeBack}
        onAct={() => void act()}
        onClose={() => setAsking(false)}
        isRunning={back.isRunning}
        refused={back.refused}
      >
        {texts.takeBackNote(count(standing))}
      </Confirm>
    </>
  )
}
