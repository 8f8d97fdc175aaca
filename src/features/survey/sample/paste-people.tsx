import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { surveySampleTexts as texts } from '../../../language/pages/survey-field.ts'
import type { SurveyDetail } from '../contract.ts'
import { figure, keyOf } from './figures.ts'
import { pastedCells } from './pasted.ts'

interface PasteProps {
  readonly survey: SurveyDetail
  readonly groups: ReadonlyMap<string, string>
  readonly onPeople: (people: Readonly<Record<string, number>>) => void
}

/** Figures from a sheet: code or name of the unit, the group where there are several, how many. */
export const PastePeople = ({ survey, groups, onPeople }: PasteProps) => {
  const [said, setSaid] = useState('')
  const same = (text: string): string => text.normalize('NFC').trim().toLowerCase()
  const take = (text: string): void => {
    const found: Record<string, number> = {}
    let unread = 0
    for (const cells of pastedCells(text)) {
      const [unit = '', group = '', count = group] = cells
      const people = Number(count.replaceAll(/[.\s]/g, ''))
      const row = survey.strata.find(
        (each) =>
          [each.unitCode, each.unitName].some((name) => same(name) === same(unit)) &&
          (cells.length < 3 || [each.group, groups.get(each.group) ?? ''].some((name) => same(name) === same(group))),
      )
      if (row && Number.isInteger(people) && people >= 0) found[keyOf(row)] = people
      else unread += 1
    }
    onPeople(found)
    const read = texts.population.pasted(figure(Object.keys(found).length))
    setSaid(unread > 0 ? `${read} ${texts.population.unread(figure(unread))}` : read)
  }
  return (
    <>
      <Textarea
        label={texts.population.paste}
        description={texts.population.hint}
        value=""
        onChange={(event) => take(event.currentTarget.value)}
        autosize
        minRows={1}
        maw={720}
      />
      {said !== '' && <Text role="status">{said}</Text>}
    </>
  )
}
