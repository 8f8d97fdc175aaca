import { Accordion, Box, SimpleGrid } from '@mantine/core'
import { formatDate, formatFigure } from '../../language/format.ts'
import { labelsOf } from '../../language/labels.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { ClassBands } from './class-bands.tsx'
import type { DraftProblemView } from './framework-shapes.ts'
import { isoDateOf } from '../../web/widgets/iso-date.ts'
import { PlaceProblems } from './sheet/place-problems.tsx'
import { placeId } from './sheet/place-id.ts'
import { ChosenField, TypedField } from './typed-field.tsx'
import { useDraft } from './use-draft.ts'

const words = frameworkTexts.head
const labels = labelsOf('vi')

interface Props {
  readonly problems: readonly DraftProblemView[]
  readonly classProblems: readonly DraftProblemView[]
  /** Which parts stand open. */
  readonly opened: readonly HeadPart[]
  readonly onOpen: (parts: readonly HeadPart[]) => void
}

export type HeadPart = 'head' | 'rules'

/** What the framework says of itself: decision, year, group, scale; then how it ranks and classes. */
export const HeadPanel = ({ problems, classProblems, opened, onOpen }: Props) => {
  const { view } = useDraft()
  return (
    <Accordion
      multiple
      variant="contained"
      styles={{ label: { paddingBlock: 8 } }}
      value={[...opened]}
      onChange={(parts) => onOpen(parts as HeadPart[])}
      mb="md"
    >
      <Accordion.Item value="head" id={placeId('')} tabIndex={-1}>
        <Accordion.Control>{words.title}</Accordion.Control>
        <Accordion.Panel>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
            <TypedField field="title" text={view.title} />
            <TypedField field="decision.number" text={view.decision.number} />
            <TypedField field="decision.date" text={formatDate(view.decision.date)} toValue={(typed) => isoDateOf(typed) ?? typed} />
            <TypedField field="decision.issuer" text={view.decision.issuer} />
            <TypedField field="year" text={view.year === 0 ? '' : String(view.year)} />
            <TypedField field="unitGroup" text={view.unitGroup} list="unit-groups" />
            <TypedField field="scaleTotal" text={formatFigure(view.scaleTotal)} />
            <TypedField field="printedTotal" text={view.printedTotal ? formatFigure(view.printedTotal) : ''} />
            <TypedField field="totalCap" text={view.totalCap ? formatFigure(view.totalCap) : ''} />
          </SimpleGrid>
          <datalist id="unit-groups">
            {view.unitGroups.map((group) => (
              <option key={group} value={group} />
            ))}
          </datalist>
          <PanelProblems problems={problems} />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="rules" id={placeId('classes')} tabIndex={-1}>
        <Accordion.Control>{words.rules}</Accordion.Control>
        <Accordion.Panel>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" mb="sm">
            <ChosenField field="notApplicable" value={view.notApplicable ?? ''} choices={labels.treatments} none={words.silent} />
            <ChosenField field="absentBlock" value={view.absentBlock} choices={labels.absentBlockPolicies} />
            <ChosenField field="ranking.method" value={view.rankingMethod} choices={labels.rankings} />
          </SimpleGrid>
          <ClassBands />
          <PanelProblems problems={classProblems} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

const PanelProblems = ({ problems }: { readonly problems: readonly DraftProblemView[] }) =>
  problems.length > 0 && (
    <Box mt="sm">
      <PlaceProblems problems={problems} />
    </Box>
  )
