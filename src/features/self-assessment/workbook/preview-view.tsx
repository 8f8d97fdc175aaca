import { Button, Group, List, Radio, Stack, Text, Title } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { selfAssessmentTexts } from '../../../language/pages/self-assessment.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'
import { DataTable } from '../../../web/widgets/data-table.tsx'
import { Moment } from '../../../web/widgets/figures.tsx'
import type { LeafPreview, WorkbookPreview } from './contract.ts'
import type { PreviewWords } from './preview-words.ts'
import { countTaken, fieldKey, type WorkbookField } from './take.ts'

const figure = (count: number): string => formatFigure(String(count))

interface Line {
  readonly leaf: LeafPreview
  readonly field: WorkbookField
  readonly kind: 'taken' | 'conflict'
  readonly theirs: string
  readonly mine: string
}

const valueText = ({ status, points }: Pick<LeafPreview['stands'], 'status' | 'points'>): string => {
  if (status === 'notApplicable') return selfAssessmentTexts.notApplicable
  return points === undefined ? selfAssessmentTexts.values.missing : selfAssessmentTexts.values.points(formatFigure(points))
}

const documentsText = (texts: PreviewWords, { added, removed }: NonNullable<LeafPreview['documents']>): string => {
  const titles = (documents: typeof added): string => documents.map(({ title }) => `“${title}”`).join(', ')
  return [added.length > 0 && texts.added(titles(added)), removed.length > 0 && texts.removed(titles(removed))].filter(Boolean).join('; ')
}

const linesOf = ({ leaves }: WorkbookPreview, texts: PreviewWords): readonly Line[] =>
  leaves.flatMap((leaf) => {
    const { value, explanation, documents, stands } = leaf
    const lines: Line[] = []
    if (value)
      lines.push({
        leaf,
        field: 'value',
        kind: value.kind,
        theirs: valueText(stands),
        mine: [valueText(value.mine), ...(value.facts ?? [])].join('. '),
      })
    if (explanation)
      lines.push({
        leaf,
        field: 'explanation',
        kind: explanation.kind,
        theirs: stands.explanation || texts.empty,
        mine: explanation.mine || texts.empty,
      })
    if (documents)
      lines.push({
        leaf,
        field: 'documents',
        kind: documents.kind,
        theirs: texts.standing(figure(documents.stands)),
        mine: documentsText(texts, documents),
      })
    return lines
  })

interface Props {
  readonly preview: WorkbookPreview
  /** Fields of which the file's value was chosen over what stands, by `fieldKey`. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly words?: PreviewWords
}

/** What a workbook would change, by what a person has to do about it: choose, mend in the file, or just look. */
export const PreviewView = ({ preview, chosen, onChoose, words: texts = workbookTexts.dialog }: Props) => {
  const lines = linesOf(preview, texts)
  const conflicts = lines.filter(({ kind }) => kind === 'conflict')
  const taken = lines.filter(({ kind }) => kind === 'taken')
  const wrong = preview.problems.filter(({ problem }) => problem.severity === 'error')
  const warnings = preview.problems.filter(({ problem }) => problem.severity === 'warning')
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {lines.length + wrong.length === 0
          ? texts.nothing
          : texts.counts(figure(countTaken(preview, new Set())), figure(conflicts.length), figure(wrong.length))}
      </Text>
      {preview.alreadySame > 0 && <Text size="sm">{texts.same(figure(preview.alreadySame))}</Text>}
      {wrong.length > 0 && <Problems words={texts} title={texts.wrong} hint={texts.wrongHint} problems={wrong} />}
      {conflicts.length > 0 && <Conflicts words={texts} lines={conflicts} chosen={chosen} onChoose={onChoose} />}
      {taken.length > 0 && <Taken words={texts} lines={taken} />}
      {warnings.length > 0 && <Problems words={texts} title={texts.warnings} problems={warnings} />}
    </Stack>
  )
}

const Problems = ({
  words: texts,
  title,
  hint,
  problems,
}: {
  readonly words: PreviewWords
  readonly title: string
  readonly hint?: string
  readonly problems: WorkbookPreview['problems']
}) => (
  <section>
    <Title order={3} size="h5">
      {title}
    </Title>
    {hint && <Text size="sm">{hint}</Text>}
    <List size="sm" mt={4}>
      {problems.map(({ sheet, cell, problem }) => (
        <List.Item key={`${cell} ${problem.at} ${problem.code}`}>
          {cell && <b>{texts.place(sheet, cell)}. </b>}
          {problem.message}
        </List.Item>
      ))}
    </List>
  </section>
)

const keyOf = ({ leaf, field }: Line): string => fieldKey(leaf.nodeId, field)

/** Two people changed the same cell: both values stand side by side, and what stands is kept until the other is chosen. */
const Conflicts = ({
  words: texts,
  lines,
  chosen,
  onChoose,
}: { readonly lines: readonly Line[]; readonly words: PreviewWords } & Pick<Props, 'chosen' | 'onChoose'>) => (
  <Stack gap="xs">
    <Title order={3} size="h5">
      {texts.conflicts}
    </Title>
    <Text size="sm">{texts.conflictsHint}</Text>
    {lines.length > 1 && (
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => onChoose(new Set())}>
          {texts.keepTheirs}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChoose(new Set(lines.map(keyOf)))}>
          {texts.takeMine}
        </Button>
      </Group>
    )}
    {lines.map((line) => (
      <Choice
        key={keyOf(line)}
        words={texts}
        line={line}
        isMine={chosen.has(keyOf(line))}
        onMine={(isMine) => {
          const others = [...chosen].filter((each) => each !== keyOf(line))
          onChoose(new Set(isMine ? [...others, keyOf(line)] : others))
        }}
      />
    ))}
  </Stack>
)

interface ChoiceProps {
  readonly words: PreviewWords
  readonly line: Line
  readonly isMine: boolean
  readonly onMine: (isMine: boolean) => void
}

const Choice = ({ words: texts, line: { leaf, field, theirs, mine }, isMine, onMine }: ChoiceProps) => (
  <Radio.Group
    label={`${leaf.code} ${leaf.name}: ${texts.fields[field].toLocaleLowerCase('vi')}`}
    aria-label={texts.choiceOf(leaf.code, texts.fields[field].toLocaleLowerCase('vi'))}
    value={isMine ? 'mine' : 'theirs'}
    onChange={(value) => onMine(value === 'mine')}
  >
    <Stack gap={4} mt={4}>
      <Radio
        value="theirs"
        label={
          <>
            {texts.theirs(leaf.changedBy?.name)}
            {leaf.changedAt && (
              <>
                {' '}
                <Moment value={leaf.changedAt} />
              </>
            )}
            : <b>{theirs}</b>
          </>
        }
      />
      <Radio
        value="mine"
        label={
          <>
            {texts.mine}: <b>{mine}</b>
          </>
        }
      />
    </Stack>
  </Radio.Group>
)

const Taken = ({ words: texts, lines }: { readonly words: PreviewWords; readonly lines: readonly Line[] }) => (
  <DataTable
    caption={texts.taken}
    rows={lines}
    keyOf={keyOf}
    columns={[
      { key: 'code', title: texts.code, isRowHeader: true, cell: ({ leaf }) => leaf.code },
      { key: 'name', title: texts.name, cell: ({ leaf }) => leaf.name },
      { key: 'field', title: texts.field, cell: ({ field }) => texts.fields[field] },
      { key: 'before', title: texts.before, cell: ({ theirs }) => theirs },
      { key: 'after', title: texts.after, cell: ({ mine }) => mine },
    ]}
  />
)
