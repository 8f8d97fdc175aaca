import { Button, Group, MultiSelect, Paper, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { type QuestionnaireFile, questionNames, wordsIn } from '../../../core/survey/design.ts'
import {
  alike,
  firstLanguage,
  furtherLanguages,
  type PlacedText,
  placedTexts,
  translationOf,
  untranslated,
  withLanguages,
  withTranslation,
} from '../../../core/survey/translations.ts'
import { formatFigure } from '../../../language/format.ts'
import { languageNameOf, languageNames } from '../../../language/language-names.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { surveyLanguageTexts as texts } from '../../../language/pages/survey-languages.ts'

interface Props {
  readonly file: QuestionnaireFile
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

/** Ten languages at most, the first among them. */
const mostFurther = 9
const fieldId = ({ path }: PlacedText, language: string): string => `dich-${language}-${path.join('-')}`

/** Which languages the questionnaire is asked in, and every text of it with a field for each of them beside. */
export const LanguagesPanel = ({ file, onChange, isFrozen }: Props) => {
  const [first, further] = [firstLanguage(file), furtherLanguages(file)]
  const offered = [...new Set([...Object.keys(languageNames), ...further])].filter((language) => language !== first)
  return (
    <Stack gap="md">
      <Text>{texts.hint(languageNameOf(first))}</Text>
      <MultiSelect
        label={texts.further}
        placeholder={further.length === 0 ? texts.choose : ''}
        data={offered.map((value) => ({ value, label: languageNameOf(value) }))}
        value={[...further]}
        onChange={(chosen) => onChange(withLanguages(file, chosen))}
        maxValues={mostFurther}
        disabled={isFrozen}
        searchable
        maw={520}
      />
      {further.map((language) => (
        <Missing key={language} file={file} language={language} />
      ))}
      {further.length > 0 &&
        alike(placedTexts(file)).map((places) => (
          <Translations key={places[0].path.join('.')} places={places} file={file} onChange={onChange} isFrozen={isFrozen} />
        ))}
    </Stack>
  )
}

const Missing = ({ file, language }: { readonly file: QuestionnaireFile; readonly language: string }) => {
  const missing = alike(untranslated(file, language))
  const next = missing[0]?.[0]
  const name = languageNameOf(language)
  return (
    <Group gap="sm">
      <Text role="status">
        {next
          ? texts.missing(name, formatFigure(String(missing.length)), formatFigure(String(alike(placedTexts(file)).length)))
          : texts.whole(name)}
      </Text>
      {next && (
        <Button size="compact-sm" variant="default" onClick={() => document.getElementById(fieldId(next, language))?.focus()}>
          {texts.next(name)}
        </Button>
      )}
    </Group>
  )
}

/** Where a text stands, for whoever translates it: the number of its question, or what it is of the whole. */
const placeOf = (file: QuestionnaireFile, { role, of }: PlacedText): string => {
  const number = questionNames(file).indexOf(of) + 1
  return number > 0 ? `${surveyDesignTexts.question(String(number))}: ${texts.roles[role]}` : texts.roles[role]
}

const Translations = ({ places, file, onChange, isFrozen }: Props & { readonly places: readonly [PlacedText, ...PlacedText[]] }) => {
  const [placed] = places
  const place = places.length === 1 ? placeOf(file, placed) : texts.inQuestions(texts.roles[placed.role], String(places.length))
  const words = wordsIn(placed.text, firstLanguage(file))
  return (
    <Paper withBorder p="sm">
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <div>
          <Text size="sm" c="gray.7">
            {place}
          </Text>
          <Text>{words}</Text>
        </div>
        <Stack gap="xs">
          {furtherLanguages(file).map((language) => {
            const said = translationOf(placed.text, language)
            return (
              <Textarea
                key={language}
                id={fieldId(placed, language)}
                label={languageNameOf(language)}
                aria-label={`${languageNameOf(language)}, ${place}: ${words}`}
                lang={language}
                description={said === undefined ? texts.due : undefined}
                autosize
                minRows={1}
                maxLength={4000}
                value={typeof placed.text === 'string' ? '' : (placed.text[language] ?? '')}
                onChange={(event) => onChange(withTranslation(file, places, language, event.currentTarget.value))}
                disabled={isFrozen}
              />
            )
          })}
        </Stack>
      </SimpleGrid>
    </Paper>
  )
}
