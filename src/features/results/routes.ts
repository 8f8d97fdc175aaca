import { accept } from '../../core/result.ts'
import { liveRobustness, ownRobustness } from './live-robustness.ts'
import { robustnessOf, startRobustness } from './robustness.ts'
import { robustnessRoutes } from './robustness-contract.ts'
import { scenarioRoutes } from './scenario-contract.ts'
import { changeScenario, dropScenario, keepScenario, listScenarios } from './scenarios.ts'
import { factsOfCycle, placeOfUnit, trialOfCycle, trialOfUnit } from './trials.ts'
import type { Database } from '../../platform/database/database.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { comparison } from './comparison.ts'
import { resultsRoutes } from './contract.ts'
import { criteriaOf, criterionOf } from './criteria.ts'
import { loadLiveLeaves, loadPublishedLeaves } from './load-leaves.ts'
import { liveRanking, liveRanks } from './live-ranking.ts'
import { liveSheet } from './live-sheet.ts'
import { liveTrace } from './live-trace.ts'
import { resultsOverview } from './overview.ts'
import { publishedTrace } from './published.ts'
import { seenRoutes } from './seen-contract.ts'
import { seriesOfGroup, yearsOfUnit } from './series.ts'
import { publishedRanking, publishedSheet } from './published-replies.ts'

/** Some computing goes on after its answer, so it needs the database itself. */
export const results = (database: Database): readonly Route[] => [
  bind(resultsRoutes.overview, (_request, context) => resultsOverview(context)),
  bind(resultsRoutes.ranking, ({ params, query }, context) => liveRanking(context, params.cycleId, query)),
  bind(resultsRoutes.ranks, ({ params, query }, context) => liveRanks(context, params.cycleId, query)),
  bind(resultsRoutes.sheet, ({ params }, context) => liveSheet(context, params.cycleId, params.unitId)),
  bind(resultsRoutes.trace, ({ params, query }, context) => liveTrace(context, params, query)),
  bind(resultsRoutes.publishedRanking, ({ params, query }, context) => publishedRanking(context, params.publicationId, query)),
  bind(resultsRoutes.publishedSheet, ({ params }, context) => publishedSheet(context, params.publicationId, params.unitId)),
  bind(resultsRoutes.publishedTrace, ({ params, query }, context) => publishedTrace(context, params, query.node)),
  bind(seenRoutes.series, ({ query }, context) => seriesOfGroup(context, query)),
  bind(seenRoutes.unitYears, ({ params }, context) => yearsOfUnit(context, params.unitId)),
  bind(seenRoutes.comparison, ({ query }, context) => comparison(context, query.columns)),
  bind(seenRoutes.criteria, async ({ params, query }, context) => {
    const leaves = await loadPublishedLeaves(context, params.publicationId, query)
    return leaves.ok ? accept(criteriaOf(leaves.value)) : leaves
  }),
  bind(seenRoutes.criterion, async ({ params, query }, context) => {
    const leaves = await loadPublishedLeaves(context, params.publicationId, query)
    return leaves.ok ? criterionOf(leaves.value, query.node) : leaves
  }),
  bind(seenRoutes.liveCriteria, async ({ params, query }, context) => {
    const leaves = await loadLiveLeaves(context, params.cycleId, query)
    return leaves.ok ? accept(criteriaOf(leaves.value)) : leaves
  }),
  bind(seenRoutes.liveCriterion, async ({ params, query }, context) => {
    const leaves = await loadLiveLeaves(context, params.cycleId, query)
    return leaves.ok ? criterionOf(leaves.value, query.node) : leaves
  }),
  bind(robustnessRoutes.live, ({ params, query }, context) => liveRobustness(context, params.cycleId, query)),
  bind(robustnessRoutes.own, ({ params, query }, context) => ownRobustness(context, params, query.noise)),
  bind(robustnessRoutes.read, ({ params, query }, context) => robustnessOf(context, { ...params, ...query })),
  bind(robustnessRoutes.start, ({ params, body }, context) => startRobustness(database, context, { ...params, ...body })),
  bind(scenarioRoutes.trial, ({ params, query }, context) => trialOfCycle(context, params.cycleId, query)),
  bind(scenarioRoutes.facts, ({ params, query }, context) => factsOfCycle(context, params.cycleId, query)),
  bind(scenarioRoutes.ownTrial, ({ params }, context) => trialOfUnit(context, params)),
  bind(scenarioRoutes.ownPlace, ({ params, body }, context) => placeOfUnit(context, params, body.edits)),
  bind(scenarioRoutes.list, ({ query }, context) => listScenarios(context, query)),
  bind(scenarioRoutes.keep, ({ body }, context) => keepScenario(context, body)),
  bind(scenarioRoutes.change, ({ params, body, ifMatch }, context) => changeScenario(context, { ...params, version: ifMatch }, body)),
  bind(scenarioRoutes.drop, ({ params, ifMatch }, context) => dropScenario(context, { ...params, version: ifMatch })),
]
