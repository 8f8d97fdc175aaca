import { errorAt, type Problem } from '../core/problem.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { columnsOf } from '../core/survey/columns.ts'
import { type Confidence, confidences } from '../core/survey/confidence.ts'
import { parseQuestionnaire } from '../core/survey/parse-questionnaire.ts'
import { parseResponses, type Response } from '../core/survey/parse-responses.ts'
import { type Questionnaire, questionnaireSchema } from '../core/survey/questionnaire-file.ts'
import { responsesSchema } from '../core/survey/responses-schema.ts'
import { tabulate as tabulateTallies, tallyResponses } from '../core/survey/tabulate.ts'
import { formatTabulation } from '../core/survey/tabulation-file.ts'
import { planTally } from '../core/survey/tally.ts'
import { withheldIn } from '../core/survey/withheld.ts'
import { csvRows } from '../platform/documents/csv.ts'
import { type Command, type OptionValues, type Outcome, refused, textOption } from './command.ts'
import { largestFile, openFile, openJsonFile } from './file.ts'
import { showTabulation } from './show-tabulation.ts'

/** `parindex tabulate`: answers of a survey as counts, means, shares and points per leaf; with `--schemas` what the two files look like. */
export const tabulate: Command = {
  options: {
    questionnaire: { type: 'string' },
    responses: { type: 'string' },
    confidence: { type: 'string' },
    published: { type: 'boolean' },
    schemas: { type: 'boolean' },
  },
  positionals: [],
  run: async ({ values, language }) => {
    if (values['schemas'] === true) return schemas()
    const wrong = wrongOptions(values)
    if (wrong.length > 0) return refused(wrong, 2)
    const opened = await openBoth(values)
    if (!opened.ok) return refused(opened.problems)
    const { questionnaire, responses, doubts } = opened.value
    const plan = planTally(columnsOf(questionnaire))
    const tabulation = tabulateTallies(questionnaire, tallyResponses(plan, responses), confidenceOf(values))
    const withheld = values['published'] === true ? withheldIn(tabulation) : undefined
    const text = showTabulation(tabulation, withheld, language)
    return { status: 0, value: formatTabulation(tabulation, withheld), text, problems: doubts }
  },
}

const schemas = (): Outcome => {
  const value = { questionnaire: questionnaireSchema(), responses: responsesSchema() }
  return { status: 0, value, text: JSON.stringify(value, null, 2), problems: [] }
}

const confidenceOf = (values: OptionValues): Confidence => confidences.find((each) => each === textOption(values, 'confidence')) ?? '95'

const wrongOptions = (values: OptionValues): readonly Problem[] => {
  const confidence = textOption(values, 'confidence')
  const isKnown = confidence === undefined || confidences.some((each) => each === confidence)
  return [
    ...['questionnaire', 'responses']
      .filter((name) => textOption(values, name) === undefined)
      .map((name) => errorAt('wrongUsage', '', { reason: 'missingArgument', word: `--${name}` })),
    ...(isKnown ? [] : [errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--confidence', expected: confidences.join(', ') })]),
  ]
}

interface Opened {
  readonly questionnaire: Questionnaire
  readonly responses: readonly Response[]
  readonly doubts: readonly Problem[]
}

/** Answers mean something under their questionnaire alone: they are looked at once it stands. */
const openBoth = async (values: OptionValues): Promise<Result<Opened>> => {
  const [file, bytes] = await Promise.all([
    openJsonFile(textOption(values, 'questionnaire') ?? ''),
    openFile(textOption(values, 'responses') ?? '', largestFile),
  ])
  const questionnaire = file.ok ? parseQuestionnaire(file.value) : file
  if (!questionnaire.ok || !bytes.ok) return refuse(...[questionnaire, bytes].flatMap((each) => (each.ok ? [] : each.problems)))
  const read = parseResponses(csvRows(bytes.value), questionnaire.value)
  return read.ok ? accept({ questionnaire: questionnaire.value, ...read.value }) : read
}
