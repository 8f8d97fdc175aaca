import { bind, bindUpload, type Route } from '../../../platform/http/serve.ts'
import { addTemplate, readTemplateFile, useTemplate } from './change-template.ts'
import { templateRoutes } from './contract.ts'
import { listTemplates } from './list-templates.ts'
import { templateFile, templatePreview } from './show-template.ts'

export const templates: readonly Route[] = [
  bind(templateRoutes.list, (_request, context) => listTemplates(context)),
  bind(templateRoutes.file, ({ params, query }, context) => templateFile(context, { kind: params.paperKind, ...query })),
  bind(templateRoutes.preview, ({ params, query }, context) => templatePreview(context, { kind: params.paperKind, ...query })),
  bindUpload(templateRoutes.add, {
    prepare: ({ upload }) => readTemplateFile(upload),
    handle: ({ params, upload }, context, written) => addTemplate(context, params.paperKind, upload, written),
  }),
  bind(templateRoutes.use, ({ params, body, ifMatch }, context) =>
    useTemplate(context, { kind: params.paperKind, ...body, seen: ifMatch }),
  ),
]
