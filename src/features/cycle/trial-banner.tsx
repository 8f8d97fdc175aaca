import { useParams } from '@tanstack/react-router'
import { trialMark } from '../../language/trial-words.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { trialRoutes } from './trial-contract.ts'
import classes from './trial-banner.module.css'

/** Over every page of a trial cycle, on the screen and in print, that nothing of it counts. */
export const TrialBanner = () => {
  const { cycleId } = useParams({ strict: false }) as { readonly cycleId?: string }
  const trials = useCall(trialRoutes.trials, {}, { when: cycleId !== undefined })
  if (cycleId === undefined || !trials.value?.cycleIds.includes(cycleId)) return null
  return (
    <p className={classes.banner} role="note">
      <strong>{trialMark}.</strong> <span>{cycleTexts.trial.banner}</span>
    </p>
  )
}
