import { bind, type Route } from '../../platform/http/serve.ts'
import { askQuestion, sayInQuestion } from './ask.ts'
import { questionRoutes } from './contract.ts'
import { listOfLeaf, listQuestions } from './load-questions.ts'
import type { Tell } from './tell-others.ts'

export const questions = (tell: Tell): readonly Route[] => [
  bind(questionRoutes.list, ({ query }, context) => listQuestions(context, query)),
  bind(questionRoutes.ofLeaf, ({ params }, context) => listOfLeaf(context, params)),
  bind(questionRoutes.ask, ({ params, body }, context) => askQuestion(context, tell, params, body)),
  bind(questionRoutes.say, ({ params, body, ifMatch }, context) => sayInQuestion(context, tell, params, { ...body, seen: ifMatch })),
]
