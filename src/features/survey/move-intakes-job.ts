import { z } from 'zod'
import { accept } from '../../core/result.ts'
import { bindJob, type Job } from '../../platform/jobs/job-kind.ts'
import { loadSurvey } from './load-survey.ts'
import { largestSlice, moveIntake } from './move-intake.ts'

const moveIntakes = { kind: 'moveSurveyIntakes', payload: z.unknown(), everySeconds: 30 }

/** Moves what came to every survey that is being collected, again and again, slice by slice: nothing is held for longer than one of them takes. */
export const moveIntakesJob = (): Job =>
  bindJob(moveIntakes, async (_, work) => {
    const surveys = await work.act(async ({ transaction }) =>
      accept(await transaction.selectFrom('survey').select('id').where('stage', '=', 'collecting').execute()),
    )
    if (!surveys.ok) return surveys
    let moved = 0
    for (const { id } of surveys.value) {
      for (;;) {
        const done = await work.act(async (context) => {
          const survey = await loadSurvey(context.transaction, id, 'forChange')
          return survey.ok ? accept(survey.value.stage === 'collecting' ? await moveIntake(context, survey.value) : 0) : survey
        })
        if (!done.ok) return done
        moved += done.value
        if (done.value < largestSlice) break
      }
    }
    return accept({ moved })
  })
