import { accept } from '../../core/result.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { changePaper, issuePaper, removePaper, startPaper } from './change-paper.ts'
import { showPaper } from './compose-draft.ts'
import { papersRoutes } from './contract.ts'
import { listChoices, listPapers, loadPaper } from './load-paper.ts'
import { paperFile } from './paper-file.ts'

export const papers: readonly Route[] = [
  bind(papersRoutes.register, ({ query }, context) => listPapers(context, query)),
  bind(papersRoutes.choices, (_request, context) => listChoices(context)),
  bind(papersRoutes.start, ({ body }, context) => startPaper(context, body)),
  bind(papersRoutes.paper, async ({ params }, context) => {
    const paper = await loadPaper(context.transaction, params.paperId)
    return paper.ok ? accept(await showPaper(context, paper.value)) : paper
  }),
  bind(papersRoutes.change, ({ params, body, ifMatch }, context) => changePaper(context, { ...params, version: ifMatch }, body)),
  bind(papersRoutes.issue, ({ params, body, ifMatch }, context) => issuePaper(context, { ...params, version: ifMatch }, body)),
  bind(papersRoutes.remove, ({ params, ifMatch }, context) => removePaper(context, { ...params, version: ifMatch })),
  bind(papersRoutes.file, ({ params, query }, context) => paperFile(context, { ...params, ...query })),
]
