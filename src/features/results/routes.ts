import { bind, type Route } from '../../platform/http/serve.ts'
import { resultsRoutes } from './contract.ts'
import { liveRanking, liveRanks } from './live-ranking.ts'
import { liveSheet } from './live-sheet.ts'
import { liveTrace } from './live-trace.ts'
import { resultsOverview } from './overview.ts'
import { publishedTrace } from './published.ts'
import { publishedRanking, publishedSheet } from './published-replies.ts'

export const results: readonly Route[] = [
  bind(resultsRoutes.overview, (_request, context) => resultsOverview(context)),
  bind(resultsRoutes.ranking, ({ params, query }, context) => liveRanking(context, params.cycleId, query)),
  bind(resultsRoutes.ranks, ({ params, query }, context) => liveRanks(context, params.cycleId, query)),
  bind(resultsRoutes.sheet, ({ params }, context) => liveSheet(context, params.cycleId, params.unitId)),
  bind(resultsRoutes.trace, ({ params, query }, context) => liveTrace(context, params, query)),
  bind(resultsRoutes.publishedRanking, ({ params, query }, context) => publishedRanking(context, params.publicationId, query)),
  bind(resultsRoutes.publishedSheet, ({ params }, context) => publishedSheet(context, params.publicationId, params.unitId)),
  bind(resultsRoutes.publishedTrace, ({ params, query }, context) => publishedTrace(context, params, query.node)),
]
