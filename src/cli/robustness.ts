import { refuse, accept, type Result } from '../core/result.ts'
import type { Problem } from '../core/problem.ts'
import { computeRobustness } from '../core/robustness/compute-robustness.ts'
import { noisyWeights, weightsAsGiven } from '../core/robustness/replication-weights.ts'
import { parseComposite } from '../core/robustness/parse-composite.ts'
import { csvRows } from '../platform/documents/csv.ts'
import { openBundledIndex } from './bundled-index.ts'
import { type Command, type OptionValues, refused, textOption } from './command.ts'
import { largestFile, openFile } from './file.ts'
import { type Analysed, readRobustnessOptions } from './robustness-options.ts'
import { showRobustness } from './show-robustness.ts'

/** `parindex robustness`: scores and ranks of a composite index, and the ranks under other weights. */
export const robustness: Command = {
  options: {
    data: { type: 'string' },
    structure: { type: 'string' },
    bundle: { type: 'string' },
    group: { type: 'string' },
    normalise: { type: 'string' },
    range: { type: 'string' },
    aggregate: { type: 'string' },
    weights: { type: 'string' },
    replications: { type: 'string' },
    noise: { type: 'string' },
    seed: { type: 'string' },
  },
  positionals: [],
  run: async ({ values, language }) => {
    const options = readRobustnessOptions(values)
    if (!options.ok) return refused(options.problems, 2)
    const analysed = await openIndex(values)
    if (!analysed.ok) return refused(analysed.problems)
    const { index, given } = analysed.value
    const { method, noise } = options.value
    const replications = given ? weightsAsGiven(index.structure, given) : noise && noisyWeights(index.structure, noise)
    const computed = computeRobustness(index, method, replications)
    if (!computed.ok) return refused(computed.problems)
    const { robustness: value, problems } = computed.value
    return { status: 0, value: { ...value }, text: showRobustness(value, index.structure, language), problems }
  },
}

const openRows = async (path: string): Promise<Result<readonly (readonly string[])[]>> => {
  const bytes = await openFile(path, largestFile)
  return bytes.ok ? accept(csvRows(bytes.value)) : bytes
}

const openIndex = async (values: OptionValues): Promise<Result<Analysed>> => {
  const [bundle, weightsPath] = [textOption(values, 'bundle'), textOption(values, 'weights')]
  const weights = weightsPath === undefined ? undefined : await openRows(weightsPath)
  if (bundle !== undefined) return openBundledIndex(bundle, textOption(values, 'group'), weights)
  const [structure, data] = await Promise.all([openRows(textOption(values, 'structure') ?? ''), openRows(textOption(values, 'data') ?? '')])
  const problems: readonly Problem[] = [structure, data, weights].flatMap((each) => (!each || each.ok ? [] : each.problems))
  if (!structure.ok || !data.ok || (weights && !weights.ok)) return refuse(...problems)
  return parseComposite({ structure: structure.value, data: data.value, ...(weights && { weights: weights.value }) })
}
