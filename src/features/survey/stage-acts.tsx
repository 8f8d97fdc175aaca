import { Button } from '@mantine/core'
import { useState } from 'react'
import { surveyTexts } from '../../language/pages/survey.ts'
import { Confirm } from '../../web/widgets/confirm.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from './contract.ts'

interface Props {
  readonly survey: SurveyDetail
}

/** A step of the survey that cannot be taken back, with what it does in full. */
const StageAct = ({ survey, step }: Props & { readonly step: 'start' | 'close' }) => {
  const [isAsking, setAsking] = useState(false)
  const change = useChange(surveyRoutes[step])
  const texts = surveyTexts[step]
  const act = async (): Promise<void> => {
    const outcome = await change.run({ params: { surveyId: survey.id }, ifMatch: survey.version })
    if (outcome.ok) setAsking(false)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{texts.act}</Button>
      <Confirm
        isOpen={isAsking}
        title={texts.title}
        act={texts.act}
        onAct={() => void act()}
        onClose={() => setAsking(false)}
        isRunning={change.isRunning}
        refused={change.refused}
        isFinal={step === 'close'}
      >
        {texts.text}
      </Confirm>
    </>
  )
}

export const StartSurvey = ({ survey }: Props) => <StageAct survey={survey} step="start" />
export const CloseSurvey = ({ survey }: Props) => <StageAct survey={survey} step="close" />
