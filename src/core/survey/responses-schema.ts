import { dontKnowWord } from './parse-responses.ts'

/**
 * The JSON Schema of one line of a responses file, as an object from column to cell. Columns beyond the three fixed ones are those of the
 * questionnaire: the id of a question, or `question.row` of a matrix.
 */
export const responsesSchema = (): Readonly<Record<string, unknown>> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'One line of a responses CSV',
  type: 'object',
  properties: {
    response_id: { type: 'string', minLength: 1, description: 'Unlike in every line; says nothing of the respondent' },
    unit: { type: 'string', minLength: 1, description: 'Code of the unit the answers are about' },
    group: { type: 'string', description: 'Id of the group of respondents; empty where the questionnaire has none' },
  },
  required: ['response_id', 'unit', 'group'],
  patternProperties: {
    '^[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?$': {
      type: 'string',
      description: `A level, a code, a whole number or words; several codes parted by |; ${dontKnowWord} for “do not know / no answer”; empty for no answer`,
    },
  },
})
