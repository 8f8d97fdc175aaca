import { Button, Group, NumberInput, Paper, Select, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from './contract.ts'
import { groupsOf } from './respondent-groups.ts'

const texts = surveyTexts.draft

interface Props {
  readonly survey: SurveyDetail
}

/** Whom a draft asks: a block of units, and of each so many answers per group. */
export const StrataForm = ({ survey }: Props) => {
  const choices = useCall(surveyRoutes.choices)
  return (
    <Paper component="section" p="lg" aria-labelledby="strata">
      <Title order={2} id="strata">
        {texts.title}
      </Title>
      <Text c="gray.7" mb="md">
        {texts.hint}
      </Text>
      <Loaded call={choices}>{({ groups }) => <Form survey={survey} blocks={groups} />}</Loaded>
    </Paper>
  )
}

const Form = ({ survey, blocks }: Props & { readonly blocks: readonly { group: string; unitIds: string[] }[] }) => {
  const groups = groupsOf(survey, texts.everyone)
  const [block, setBlock] = useState<string | null>(null)
  const [wanted, setWanted] = useState<Readonly<Record<string, number>>>({})
  const change = useChange(surveyRoutes.setStrata)
  const units = blocks.find(({ group }) => group === block)?.unitIds ?? []
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const strata = units.flatMap((unitId) => groups.map(({ id: group }) => ({ unitId, group, wanted: wanted[group] ?? 30 })))
    await change.run({ params: { surveyId: survey.id }, ifMatch: survey.version, body: { strata } })
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Group align="flex-end" mb="md">
        <Select
          label={texts.block}
          placeholder={texts.chooseBlock}
          data={blocks.map(({ group }) => group)}
          value={block}
          onChange={setBlock}
          allowDeselect={false}
        />
        {groups.map(({ id, text }) => (
          <NumberInput
            key={id}
            label={texts.wanted(text)}
            min={0}
            max={1_000_000}
            value={wanted[id] ?? 30}
            onChange={(value) => setWanted({ ...wanted, [id]: Number(value) || 0 })}
            w={260}
          />
        ))}
      </Group>
      {change.refused && <ErrorState refused={change.refused} />}
      <Button type="submit" disabled={units.length === 0} loading={change.isRunning}>
        {texts.act(formatFigure(String(units.length)))}
      </Button>
    </form>
  )
}
