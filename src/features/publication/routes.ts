import type { X509Certificate } from 'node:crypto'
import { bind, type Route } from '../../platform/http/serve.ts'
import { bundleFile } from './bundle-file.ts'
import { changePublicity } from './change-publicity.ts'
import { showConference, writeConference } from './conference/conference.ts'
import { conferenceRoutes } from './conference/contract.ts'
import { publicationRoutes } from './contract.ts'
import { publicationCopies } from './copies/routes.ts'
import { listPublications } from './list-publications.ts'
import { publicationContent } from './load-content.ts'
import { publicationDifferences } from './load-differences.ts'
import { petitionRoutes } from './petition-contract.ts'
import { answerPetition, filePetition, listPetitions, ownPetitions } from './petitions.ts'
import { publish } from './publish.ts'

export const publication = (filesDir: string, roots: readonly X509Certificate[]): readonly Route[] => [
  ...publicationCopies(filesDir, roots),
  bind(conferenceRoutes.show, ({ params }, context) => showConference(context, params.publicationId)),
  bind(conferenceRoutes.write, ({ params, body, ifMatch }, context) => writeConference(context, params.publicationId, ifMatch, body)),
  bind(publicationRoutes.publish, ({ params, body }, context) => publish(context, params.cycleId, body)),
  bind(publicationRoutes.publications, (_request, context) => listPublications(context)),
  bind(publicationRoutes.bundle, ({ params, query }, { transaction }) => bundleFile(transaction, params.publicationId, query.group)),
  bind(publicationRoutes.publicity, ({ params, body, ifMatch }, context) => changePublicity(context, params, ifMatch, body)),
  bind(publicationRoutes.content, ({ params }, context) => publicationContent(context, params.publicationId)),
  bind(publicationRoutes.differences, ({ params }, context) => publicationDifferences(context, params.publicationId)),
  bind(petitionRoutes.list, ({ query }, context) => listPetitions(context, query)),
  bind(petitionRoutes.own, ({ params }, context) => ownPetitions(context, params.unitId)),
  bind(petitionRoutes.file, ({ params, body }, context) => filePetition(context, params.unitId, body)),
  bind(petitionRoutes.answer, ({ params, body, ifMatch }, context) => answerPetition(context, { ...params, version: ifMatch }, body)),
]
