import { accept } from '../../core/result.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { batchRoutes } from './batch-contract.ts'
import { batchArchive, listBatches, resumeBatch, startBatch } from './batches.ts'
import { changePaper, issuePaper, removePaper, startPaper } from './change-paper.ts'
import { showPaper } from './compose-draft.ts'
import { ownPapersRoutes, type PapersRoutes, papersRoutes } from './contract.ts'
import { listChoices, listPapers, loadPaper } from './load-paper.ts'
import { paperFile } from './paper-file.ts'

const bindAt = (at: PapersRoutes): readonly Route[] => [
  bind(at.register, ({ params, query }, context) => listPapers(context, params, query)),
  bind(at.choices, ({ params }, context) => listChoices(context, params)),
  bind(at.start, ({ params, body }, context) => startPaper(context, params, body)),
  bind(at.paper, async ({ params }, context) => {
    const paper = await loadPaper(context.transaction, params)
    return paper.ok ? accept(await showPaper(context, paper.value)) : paper
  }),
  bind(at.change, ({ params, body, ifMatch }, context) => changePaper(context, { ...params, version: ifMatch }, body)),
  bind(at.issue, ({ params, body, ifMatch }, context) => issuePaper(context, { ...params, version: ifMatch }, body)),
  bind(at.remove, ({ params, ifMatch }, context) => removePaper(context, { ...params, version: ifMatch })),
  bind(at.file, ({ params, query }, context) => paperFile(context, params, query)),
]

export const papers = (filesDir: string): readonly Route[] => [
  ...bindAt(papersRoutes),
  ...bindAt(ownPapersRoutes),
  bind(batchRoutes.list, (_request, context) => listBatches(context)),
  bind(batchRoutes.start, ({ body }, context) => startBatch(context, body)),
  bind(batchRoutes.resume, ({ params }, context) => resumeBatch(context, params.batchId)),
  bind(batchRoutes.archive, ({ params }, context) => batchArchive(context, filesDir, params.batchId)),
]
