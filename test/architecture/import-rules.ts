import type { SourceFile } from './source-file.ts'

/** One sentence of the architecture: files that it speaks of, and what they may import beside themselves. */
interface ImportRule {
  readonly sentence: string
  readonly of: RegExp
  /** Only for what belongs to a page: React, and whatever stands on a widget. */
  readonly isPage?: boolean
  readonly may: readonly RegExp[]
}

const coreBase = /^src\/core\/(?:[^/]+\.ts|exact\/|problem-facts\/)/
const core = /^src\/core\//
const language = /^src\/language\//
const contract = /^src\/contract\//
const platform = /^src\/platform\//
const widgets = /^src\/web\/widgets\//
const library = /^(?!node:|src\/|test\/)/
const node = /^node:/

/** In the order of the line: each noun may use those before it. */
export const coreNouns = [
  'organisation',
  'legal-basis',
  'indexes',
  'evidence',
  'facts',
  'rules',
  'framework',
  'roadmap',
  'document',
  'cycle',
  'self-assessment',
  'appraisal',
  'survey',
  'results',
  'robustness',
  'publication',
  'improvement',
  'reporting',
]

const nounRules = coreNouns.map((noun, place): ImportRule => {
  const before = coreNouns.slice(0, place).map((each) => new RegExp(`^src/core/${each}/`))
  return {
    sentence: `core/${noun} → core base, ground nouns, and nouns to its left (${coreNouns.slice(0, place).join(', ') || 'none'}); no library but zod`,
    of: new RegExp(`^src/core/${noun}/`),
    may: [coreBase, ...before, new RegExp(`^src/core/${noun}/`), /^zod$/],
  }
})

const featureRules = (name: string): readonly ImportRule[] => {
  const own = `^src/features/${name}/`
  return [
    {
      sentence:
        'features/x/page.tsx and its parts → core, language, contract, web/widgets and its own contract; never use-cases, routes, platform or node:',
      of: new RegExp(`${own}.*\\.tsx?$`),
      isPage: true,
      may: [core, language, contract, widgets, library, new RegExp(`${own}(?!.*(?:use-cases|routes)\\.ts$)`)],
    },
    {
      sentence: 'features/x → core, language, contract, reports, platform and the ground feature scores; never another feature',
      of: new RegExp(`${own}.*\\.ts$`),
      may: [core, language, contract, /^src\/reports\//, platform, library, node, /^src\/features\/scores\//, new RegExp(own)],
    },
  ]
}

/** The first rule that speaks of a file holds for it; a file of `src` that no rule speaks of is itself an offence. */
export const importRules = (features: readonly string[]): readonly ImportRule[] => [
  ...nounRules,
  { sentence: 'core base → nothing but core base and zod', of: coreBase, may: [coreBase, /^zod$/] },
  { sentence: 'language → core', of: language, may: [core, language] },
  { sentence: 'contract → core, and zod', of: contract, may: [core, contract, /^zod$/] },
  { sentence: 'reports → core, language', of: /^src\/reports\//, may: [core, language, /^src\/reports\//, library] },
  {
    sentence: 'platform/documents → core base, and the raw document that it hands to core/document',
    of: /^src\/platform\/documents\//,
    may: [coreBase, /^src\/core\/document\//, platform, library, node],
  },
  {
    sentence: 'platform/http → core base, contract, and language, because a problem leaves with its sentence',
    of: /^src\/platform\/http\//,
    may: [coreBase, contract, language, platform, library, node],
  },
  { sentence: 'platform → core base, contract', of: platform, may: [coreBase, contract, platform, library, node] },
  ...features.flatMap(featureRules),
  { sentence: 'web/widgets → core, language, contract', of: widgets, may: [core, language, contract, widgets, library] },
  { sentence: 'web/no-schemas → nothing: it stands in for a library', of: /^src\/web\/no-schemas\.ts$/, may: [] },
  {
    sentence: 'web/shell → features’ pages and contracts, web/widgets, core, language, contract',
    of: /^src\/web\/shell\//,
    may: [core, language, contract, /^src\/web\//, /^src\/features\/[^/]+\/(?:.*\.tsx|contract\.ts)$/, library],
  },
  { sentence: 'demo → core, features, platform', of: /^src\/demo\//, may: [core, /^src\/(?:features|platform|demo)\//, library, node] },
  { sentence: 'app, server, cli → anything but pages', of: /^src\/(?:cli\/|[^/]+\.ts$)/, may: [/^(?!src\/web\/|.*\.tsx$)/] },
]

const isPage = ({ path, imports }: SourceFile): boolean => path.endsWith('.tsx') || imports.some(({ text }) => text.startsWith('src/web/'))

/** Each import of a file that breaks a sentence, told with its place. */
export const importOffences = (rules: readonly ImportRule[], file: SourceFile): readonly string[] => {
  const rule = rules.find((each) => each.of.test(file.path) && (each.isPage !== true || isPage(file)))
  if (rule === undefined) return [`${file.path}: every file of src has its place in the architecture`]
  return file.imports
    .filter(({ text }) => !rule.may.some((each) => each.test(text)))
    .map(({ text, line }) => `${file.path}:${line} imports ${text}, but: ${rule.sentence}`)
}
