import { Stack, Text, Title } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { surveyResultTexts } from '../../../language/pages/survey-results.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Loaded } from '../../../web/widgets/loaded.tsx'
import { useCall } from '../../../web/widgets/use-call.ts'
import { resultRoutes } from './contract.ts'

const texts = surveyResultTexts.marks
const figure = (count: number): string => formatFigure(String(count))

/** Where responses came too fast or alike; marked, and counted all the same. */
export const MarksPanel = ({ surveyId, groups }: { readonly surveyId: string; readonly groups: ReadonlyMap<string, string> }) => {
  const call = useCall(resultRoutes.marks, { params: { surveyId } })
  return (
    <Stack component="section" gap="xs" aria-labelledby="marks">
      <Title order={2} id="marks">
        {texts.title}
      </Title>
      <Text c="gray.7">{texts.note}</Text>
      <Loaded call={call}>
        {({ marks }) => (
          <DataTable
            caption={texts.caption}
            isCaptionHidden
            isLong={marks.length > 100}
            rows={marks}
            keyOf={({ unitName, group }) => `${unitName} ${group}`}
            empty={texts.none}
            columns={[
              { key: 'unit', title: texts.unit, isRowHeader: true, cell: ({ unitName }) => unitName },
              { key: 'group', title: texts.group, cell: ({ group }) => groups.get(group) ?? group },
              { key: 'answers', title: texts.answers, isFigure: true, cell: ({ answers }) => figure(answers) },
              { key: 'tooFast', title: texts.tooFast, isFigure: true, cell: ({ tooFast }) => figure(tooFast) },
              { key: 'alike', title: texts.alike, isFigure: true, cell: ({ alike }) => figure(alike) },
            ]}
          />
        )}
      </Loaded>
    </Stack>
  )
}
