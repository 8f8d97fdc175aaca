import { accept } from '../../core/result.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { batchRoutes } from './batch-contract.ts'
import { batchArchive, listBatches, resumeBatch, startBatch } from './batches.ts'
import { changePaper, issuePaper, removePaper, startPaper } from './change-paper.ts'
import { showPaper } from './compose-draft.ts'
import { ownPapersRoutes, type PapersRoutes, papersRoutes } from './contract.ts'
import { listChoices, listPapers, loadPaper } from './load-paper.ts'
import { factsOfOrigin, type OfSurveys } from './origins.ts'
import { paperFile } from './paper-file.ts'
import { reports } from './periodic/routes.ts'
import { postingRoutes } from './posting/contract.ts'
import { setPosting, showPosting } from './posting/post-paper.ts'
import { templates } from './templates/routes.ts'

const bindAt = (at: PapersRoutes, surveys: OfSurveys): readonly Route[] => [
  bind(at.register, ({ params, query }, context) => listPapers(context, params, query)),
  bind(at.choices, ({ params }, context) => listChoices(context, params)),
  bind(at.start, async ({ params, body: { sourceId, ...body } }, context) => {
    const { kind, cycleId } = body
    const facts = await factsOfOrigin(context, { kind, sourceId, unitId: params.unitId, cycleId }, surveys)
    return facts.ok ? startPaper(context, params, { ...body, facts: facts.value }) : facts
  }),
  bind(at.paper, async ({ params }, context) => {
    const paper = await loadPaper(context.transaction, params)
    return paper.ok ? accept(await showPaper(context, paper.value)) : paper
  }),
  bind(at.change, ({ params, body, ifMatch }, context) => changePaper(context, { ...params, version: ifMatch }, body)),
  bind(at.issue, ({ params, body, ifMatch }, context) => issuePaper(context, { ...params, version: ifMatch }, body)),
  bind(at.remove, ({ params, ifMatch }, context) => removePaper(context, { ...params, version: ifMatch })),
  bind(at.file, ({ params, query }, context) => paperFile(context, params, query)),
]

export const papers = (filesDir: string, surveys: OfSurveys): readonly Route[] => [
  ...bindAt(papersRoutes, surveys),
  ...bindAt(ownPapersRoutes, surveys),
  ...reports,
  ...templates,
  bind(postingRoutes.show, ({ params }, context) => showPosting(context, params.paperId)),
  bind(postingRoutes.set, ({ params, body, ifMatch }, context) => setPosting(context, filesDir, { ...params, ...body, seen: ifMatch })),
  bind(batchRoutes.list, (_request, context) => listBatches(context)),
  bind(batchRoutes.start, ({ body }, context) => startBatch(context, body)),
  bind(batchRoutes.resume, ({ params }, context) => resumeBatch(context, params.batchId)),
  bind(batchRoutes.archive, ({ params }, context) => batchArchive(context, filesDir, params.batchId)),
]
