import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type CarriedPoints, type SurveyDetail, surveyRoutes } from './contract.ts'

const texts = surveyTexts.carry
const figure = (count: number): string => formatFigure(String(count))

/** Carries the points of a closed survey into its cycle, after showing what that changes. */
export const CarryPoints = ({ survey }: { readonly survey: SurveyDetail }) => {
  const [preview, setPreview] = useState<CarriedPoints>()
  const [done, setDone] = useState<number>()
  const look = useChange(surveyRoutes.carryPoints, { refreshes: [] })
  const carry = useChange(surveyRoutes.carryPoints)
  const params = { surveyId: survey.id }
  const ask = async (): Promise<void> => {
    setDone(undefined)
    const outcome = await look.run({ params, body: { preview: true } })
    if (outcome.ok) setPreview(outcome.value)
  }
  const act = async (): Promise<void> => {
    const outcome = await carry.run({ params, body: {} })
    if (!outcome.ok) return
    setPreview(undefined)
    setDone(outcome.value.changed.length)
  }
  return (
    <>
      {done !== undefined && <Text role="status">{texts.done(figure(done))}</Text>}
      <Button onClick={() => void ask()} loading={look.isRunning}>
        {texts.act}
      </Button>
      {preview && (
        <Confirm
          isOpen
          title={texts.title}
          act={texts.act}
          onAct={() => void act()}
          onClose={() => setPreview(undefined)}
          isRunning={carry.isRunning}
          refused={carry.refused}
        >
          <Preview carried={preview} />
        </Confirm>
      )}
    </>
  )
}

const Preview = ({ carried: { changed, same, leftOut } }: { readonly carried: CarriedPoints }) => {
  const reasons = (['stage', 'notInCycle', 'leaf'] as const).flatMap((why) => {
    const count = leftOut.filter((each) => each.why === why).length
    return count > 0 ? [texts.leftOut[why](figure(count))] : []
  })
  return (
    <Stack gap="xs">
      <Text fw={600}>{changed.length > 0 ? texts.changed(figure(changed.length)) : texts.nothing}</Text>
      {same > 0 && <Text>{texts.same(figure(same))}</Text>}
      {reasons.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </Stack>
  )
}
