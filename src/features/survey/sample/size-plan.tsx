import { Alert, Button, Group, NumberInput, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type Confidence, confidences } from '../../../core/survey/confidence.ts'
import { fewestAsked, planSample, type SampleChoices } from '../../../core/survey/plan-sample.ts'
import { surveySampleTexts as texts } from '../../../language/pages/survey-field.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type SurveyDetail, surveyRoutes } from '../contract.ts'
import { groupsOf } from '../respondent-groups.ts'
import { ExpectedShares } from './expected-shares.tsx'
import { SizeTable } from './size-table.tsx'
import { PastePeople } from './paste-people.tsx'
import { formulaWords } from './formula-words.ts'
import { figure, keyOf, percentText, shareOf } from './figures.ts'

interface Props {
  readonly survey: SurveyDetail
  readonly canChange: boolean
}

/** From people and precision to how many to ask of each, with the formula in words; later, the precision that was reached. */
export const SizePlan = ({ survey, canChange }: Props) => {
  const [people, setPeople] = useState<Readonly<Record<string, number>>>(
    Object.fromEntries(survey.strata.map((each) => [keyOf(each), each.population ?? 0])),
  )
  const [formula, setFormula] = useState<SampleChoices['formula']>('cochran')
  const [reach, setReach] = useState<SampleChoices['reach']>('whole')
  const [allocation, setAllocation] = useState<SampleChoices['allocation']>('proportional')
  const [margin, setMargin] = useState(5)
  const [confidence, setConfidence] = useState<Confidence>('95')
  const [share, setShare] = useState(50)
  const [reserve, setReserve] = useState(10)
  const change = useChange(surveyRoutes.setStrata)
  const [shares, setShares] = useState<Readonly<Record<string, number>>>({})
  const isNeyman = survey.stage === 'draft' && reach === 'whole' && allocation === 'neyman'
  const sharesShown = Object.fromEntries(survey.strata.map((each) => [keyOf(each), shares[keyOf(each)] ?? share]))
  const strata = survey.strata.map((each) => ({
    id: keyOf(each),
    population: people[keyOf(each)] ?? 0,
    share: shareOf(sharesShown[keyOf(each)] ?? share),
  }))
  const choices: SampleChoices = {
    formula,
    reach,
    allocation,
    confidence,
    margin: shareOf(margin),
    share: shareOf(share),
    reserve: shareOf(reserve),
  }
  const plan = planSample(strata, choices)
  const planned = new Map(plan.strata.map((each) => [each.id, each]))
  const isDraft = survey.stage === 'draft'
  const thin = isDraft
    ? plan.strata.filter(({ isThin }) => isThin).length
    : survey.strata.filter(({ wanted }) => wanted > 0 && wanted < fewestAsked).length
  const groups = new Map(groupsOf(survey, '').map(({ id, text }) => [id, text]))
  const save = () =>
    change.run({
      params: { surveyId: survey.id },
      ifMatch: survey.version,
      body: {
        strata: survey.strata.map(({ unitId, group }) => {
          const each = planned.get(keyOf({ unitId, group }))
          return { unitId, group, population: each?.population ?? 0, wanted: each?.size ?? 0 }
        }),
      },
    })
  const words = formulaWords(choices, plan)
  const whole = (set: (value: number) => void) => (value: string | number) => set(Number(value) || 0)
  return (
    <Paper component="section" p="lg" aria-labelledby="sizes">
      <Stack gap="md">
        <Title order={2} id="sizes">
          {texts.population.title}
        </Title>
        {isDraft && canChange && <PastePeople survey={survey} groups={groups} onPeople={(found) => setPeople({ ...people, ...found })} />}
        {isDraft && (
          <Group align="flex-end">
            <Select
              label={texts.formula}
              data={(['cochran', 'yamane'] as const).map((value) => ({ value, label: texts.formulas[value] }))}
              value={formula}
              onChange={(value) => setFormula(value as 'cochran')}
              allowDeselect={false}
              w={300}
            />
            <Select
              label={texts.reach}
              data={(['whole', 'each'] as const).map((value) => ({ value, label: texts.reaches[value] }))}
              value={reach}
              onChange={(value) => setReach(value as 'whole')}
              allowDeselect={false}
              w={220}
            />
            {reach === 'whole' && (
              <Select
                label={texts.allocation}
                data={(['proportional', 'equal', 'neyman'] as const).map((value) => ({ value, label: texts.allocations[value] }))}
                value={allocation}
                onChange={(value) => setAllocation(value as 'equal')}
                allowDeselect={false}
                w={160}
              />
            )}
            <NumberInput
              label={texts.margin}
              min={0.5}
              max={50}
              step={0.5}
              decimalSeparator=","
              value={margin}
              onChange={(value) => setMargin(Math.max(0.5, Number(value) || 5))}
              w={160}
            />
            {formula === 'cochran' && (
              <NumberInput
                label={texts.share}
                min={1}
                max={99}
                value={share}
                onChange={(value) => setShare(Math.min(99, Math.max(1, Number(value) || 50)))}
                w={160}
              />
            )}
            <NumberInput label={texts.reserve} min={0} max={100} value={reserve} onChange={whole(setReserve)} w={130} />
          </Group>
        )}
        <Select
          label={texts.confidence}
          data={[...confidences]}
          value={confidence}
          onChange={(value) => setConfidence(value as Confidence)}
          allowDeselect={false}
          w={160}
        />
        {isDraft && (
          <Text>
            {reach === 'each' ? `${texts.inWords.each} ` : ''}
            {reach === 'whole' || formula === 'yamane' ? words : ''} {plan.margin && texts.inWords.whole(percentText(plan.margin))}
          </Text>
        )}
        {thin > 0 && <Alert color="orange">{texts.thin(figure(thin))}</Alert>}
        {isNeyman && <ExpectedShares survey={survey} onShares={setShares} />}
        <SizeTable
          survey={survey}
          groups={groups}
          planned={planned}
          confidence={confidence}
          {...(isDraft && canChange && { people: { values: people, onChange: (key, value) => setPeople({ ...people, [key]: value }) } })}
          {...(isNeyman && {
            shares: { values: sharesShown, onChange: (key: string, value: number) => setShares({ ...shares, [key]: value }) },
          })}
        />
        {!isDraft && <Text c="gray.7">{texts.reachedNote}</Text>}
        {change.refused && <ErrorState refused={change.refused} />}
        {isDraft && canChange && (
          <Button w="fit-content" onClick={() => void save()} loading={change.isRunning} disabled={plan.size === 0}>
            {texts.save}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}
