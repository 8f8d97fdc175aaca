import type { SurveyProblemFacts } from '../../core/problem-facts/survey.ts'
import { questionnaireFaultSentence, responseFaultSentence, surveyStageSentence } from '../survey-faults.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const surveyProblemsEn: SentencesOf<keyof SurveyProblemFacts> = {
  questionnaireFault: (problem) => questionnaireFaultSentence(problem, 'en'),
  responseFault: (problem) => responseFaultSentence(problem, 'en'),
  surveyStage: ({ stage }) => surveyStageSentence(stage, 'en'),
}
