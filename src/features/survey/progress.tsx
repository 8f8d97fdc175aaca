import { Button, Checkbox, Group, Select, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { fold } from '../../core/fold.ts'
import { formatFigure } from '../../language/format.ts'
import { surveyTexts } from '../../language/pages/survey.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ProgressBar } from '../../web/widgets/progress-bar.tsx'
import { SearchBox } from '../../web/widgets/search-box.tsx'
import type { SurveyDetail } from './contract.ts'
import { NewLinks } from './new-links.tsx'
import { groupsOf } from './respondent-groups.ts'

const texts = surveyTexts.progress
const figure = (count: number): string => formatFigure(String(count))

type Stratum = SurveyDetail['strata'][number]

interface Props {
  readonly survey: SurveyDetail
  readonly canChange: boolean
}

/** How far each unit and group is against what is wanted; and the way to more answers. */
export const SurveyProgress = ({ survey, canChange }: Props) => {
  const [linking, setLinking] = useState<Stratum>()
  const groups = new Map(groupsOf(survey, surveyTexts.draft.everyone).map(({ id, text }) => [id, text]))
  const [search, setSearch] = useState('')
  const [group, setGroup] = useState('')
  const [isBehind, setBehind] = useState(false)
  const rows = survey.strata.filter(
    (each) =>
      fold(each.unitName).includes(fold(search)) && (group === '' || each.group === group) && (!isBehind || each.answers < each.wanted),
  )
  const wanted = survey.strata.reduce((sum, each) => sum + each.wanted, 0)
  const canLink = canChange && survey.stage === 'collecting'
  return (
    <section aria-labelledby="progress">
      <Title order={2} id="progress" mb="sm">
        {texts.title}
      </Title>
      {survey.stage !== 'draft' && wanted > 0 && <ProgressBar done={survey.answers} of={wanted} what={texts.whole} />}
      {survey.waiting > 0 && <Text mt="xs">{texts.waiting(figure(survey.waiting))}</Text>}
      {survey.tooFast > 0 && <Text mt="xs">{texts.tooFast(figure(survey.tooFast))}</Text>}
      {survey.identitiesErased !== undefined && <Text mt="xs">{texts.erased(figure(survey.identitiesErased))}</Text>}
      <Channels survey={survey} />
      {groups.size > 1 && <ByGroup survey={survey} groups={groups} />}
      {survey.strata.length > 10 && (
        <Group align="flex-end" mb="sm" className="no-print">
          <SearchBox value={search} onChange={setSearch} label={texts.search} />
          {groups.size > 1 && (
            <Select
              label={texts.group}
              placeholder={texts.everyGroup}
              data={[...groups].map(([value, label]) => ({ value, label }))}
              value={group === '' ? null : group}
              onChange={(value) => setGroup(value ?? '')}
              clearable
            />
          )}
          <Checkbox label={texts.behind} checked={isBehind} onChange={(event) => setBehind(event.currentTarget.checked)} mb="xs" />
        </Group>
      )}
      <DataTable
        caption={texts.caption}
        isCaptionHidden
        isLong={rows.length > 100}
        rows={rows}
        empty={texts.none}
        keyOf={({ unitId, group }) => `${unitId} ${group}`}
        columns={[
          { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unitName }) => unitName },
          { key: 'group', title: texts.group, cell: ({ group }) => groups.get(group) ?? group },
          { key: 'wanted', title: texts.wanted, isFigure: true, cell: (row) => figure(row.wanted) },
          { key: 'answers', title: texts.answers, isFigure: true, cell: ({ answers }) => figure(answers) },
          ...(survey.stage === 'collecting'
            ? [
                {
                  key: 'links',
                  title: texts.links,
                  isFigure: true,
                  cell: ({ used, links }: Stratum) => (links > 0 ? texts.of(figure(used), figure(links)) : ''),
                },
              ]
            : []),
          ...(canLink
            ? [
                {
                  key: 'act',
                  title: texts.acts,
                  isScreenOnly: true,
                  cell: (row: Stratum) => (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setLinking(row)}
                      aria-label={`${texts.act}: ${row.unitName}`}
                    >
                      {texts.act}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {linking && <NewLinks survey={survey} stratum={linking} onClose={() => setLinking(undefined)} />}
    </section>
  )
}

const Channels = ({ survey: { channels } }: { readonly survey: SurveyDetail }) => {
  const names: Readonly<Record<string, string>> = surveyTexts.channels
  const parts = Object.entries(channels).map(([channel, count]) => `${names[channel] ?? channel}: ${figure(count)}`)
  return parts.length > 0 && <Text my="xs">{`${texts.channels}: ${parts.join('; ')}.`}</Text>
}

const ByGroup = ({ survey: { strata }, groups }: Pick<Props, 'survey'> & { readonly groups: ReadonlyMap<string, string> }) => {
  const sum = (id: string, name: 'answers' | 'wanted'): number =>
    strata.filter(({ group }) => group === id).reduce((total, each) => total + each[name], 0)
  const parts = [...groups].map(([id, text]) => `${text}: ${texts.of(figure(sum(id, 'answers')), figure(sum(id, 'wanted')))}`)
  return <Text my="xs">{`${texts.byGroup}: ${parts.join('; ')}.`}</Text>
}
