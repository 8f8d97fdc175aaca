import { bind, bindUpload, type Route } from '../../../platform/http/serve.ts'
import { addTemplate, readTemplateFile, useTemplate } from './change-template.ts'
import { templateRoutes } from './contract.ts'
import { listTemplates } from './list-templates.ts'
import { templateFile, templatePreview } from './show-template.ts'

export const templates: readonly Route[] = [
  bind(templateRoutes.list, (_request, context) => listTemplates(context)),
  bind(templateRoutes.file, ({ query }, context) => templateFile(context, query)),
  bind(templateRoutes.preview, ({ query }, context) => templatePreview(context, query)),
  bindUpload(templateRoutes.add, {
    prepare: ({ upload }) => readTemplateFile(upload),
    handle: ({ body, upload }, context, written) => addTemplate(context, body.kind, upload, written),
  }),
  bind(templateRoutes.use, ({ body, ifMatch }, context) => useTemplate(context, { ...body, seen: ifMatch })),
]
