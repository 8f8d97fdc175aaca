import { Select, Stack, Text } from '@mantine/core'
import { roundText } from '../../../language/format.ts'
import { surveySampleTexts as texts } from '../../../language/pages/survey-field.ts'
import { useCall } from '../../../web/widgets/use-call.ts'
import type { SurveyDetail } from '../contract.ts'
import { resultRoutes } from '../results/contract.ts'
import { keyOf } from './figures.ts'

interface Props {
  readonly survey: SurveyDetail
  readonly onShares: (shares: Readonly<Record<string, number>>) => void
}

/** Neyman asks more where answers differ more: the shares to expect of each unit are those of an earlier survey, or typed. */
export const ExpectedShares = ({ survey, onShares }: Props) => {
  const years = useCall(resultRoutes.years, {})
  const earlier = (years.value?.years ?? []).filter(({ units }) => units.some(({ index }) => index !== undefined))
  const take = (surveyId: string | null): void => {
    const found = new Map(earlier.find((each) => each.surveyId === surveyId)?.units.map(({ code, index }) => [code, index]))
    onShares(
      Object.fromEntries(
        survey.strata.flatMap((each) => {
          const index = found.get(each.unitCode)
          return index === undefined ? [] : [[keyOf(each), Number(roundText(String(Number(index) * 100), 1))]]
        }),
      ),
    )
  }
  return (
    <Stack gap="xs">
      <Text>{texts.neymanNote}</Text>
      {earlier.length > 0 && (
        <Select
          label={texts.sharesFrom}
          placeholder={texts.sharesAlike}
          data={earlier.map(({ surveyId, title, year }) => ({ value: surveyId, label: `${year} – ${title}` }))}
          onChange={take}
          clearable
          maw={560}
        />
      )}
    </Stack>
  )
}
