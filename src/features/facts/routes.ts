import { readFile } from 'node:fs/promises'
import type { Result } from '../../core/result.ts'
import { readRows } from '../../platform/documents/read-rows.ts'
import type { Upload } from '../../platform/http/request.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { changeFacts } from './change-facts.ts'
import { factRoutes } from './contract.ts'
import { applyImport, previewImport } from './import-facts.ts'
import { listUnits, loadRegister } from './load-facts.ts'
import { shareFacts } from './share-facts.ts'
import { addProfile, changeProfile, listProfiles } from './profiles.ts'

const prepare = async ({ upload: { file, fileName } }: { readonly upload: Upload }): Promise<Result<readonly (readonly string[])[]>> =>
  readRows(await readFile(file.path), fileName)

/** Routes of the register of facts. */
export const facts: readonly Route[] = [
  bind(factRoutes.register, ({ params }, context) => loadRegister(context, params.unitId, params.year)),
  bind(factRoutes.change, ({ params, body }, context) => changeFacts(context, params, body.changes)),
  bind(factRoutes.share, ({ params, body }, context) => shareFacts(context, params, body)),
  bind(factRoutes.units, (_, context) => listUnits(context)),
  bind(factRoutes.profiles, (_, context) => listProfiles(context)),
  bind(factRoutes.addProfile, ({ body }, context) => addProfile(context, body)),
  bind(factRoutes.changeProfile, ({ params, body, ifMatch }, context) => changeProfile(context, params.profileId, ifMatch, body)),
  bindUpload(factRoutes.previewImport, {
    prepare,
    handle: ({ params, body }, context, rows) => previewImport(context, params.profileId, body.year, rows),
  }),
  bindUpload(factRoutes.applyImport, {
    prepare,
    handle: ({ params, body: { year, seen, except } }, context, rows) =>
      applyImport(context, { profileId: params.profileId, year, seen, except: new Set(except.split('\n')) }, rows),
  }),
]
