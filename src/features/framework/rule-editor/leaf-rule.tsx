import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Points, parsePoints, zeroPoints } from '../../../core/exact/points.ts'
import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import { formatFigure } from '../../../language/format.ts'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import type { FrameworkRow } from '../framework-shapes.ts'
import { useDraft } from '../use-draft.ts'
import { KindPicker } from './kind-picker.tsx'
import { readRuleForm } from '../../../web/widgets/rule-form/read-rule-form.ts'
import { RuleForm } from '../../../web/widgets/rule-form/rule-form.tsx'
import classes from '../../../web/widgets/rule-form/rule-form.module.css'

const words = ruleEditorTexts.editor

const mostOf = ({ maxPoints }: FrameworkRow): Points => Math.abs(parsePoints(maxPoints) ?? zeroPoints) as Points

/** How the points of one leaf are given: chosen, filled in, tried and saved as one step of the draft. */
export const LeafRule = ({ row, onEnd }: { readonly row: FrameworkRow; readonly onEnd: () => void }) => {
  const { view, edit } = useDraft()
  const [file, setFile] = useState<RuleFile | undefined>(row.rule)
  const [message, setMessage] = useState<string>()
  const max = mostOf(row)
  const isFixed = !view.canChange || row.isOfFrame
  const stored = JSON.stringify(row.rule)
  const isChanged = JSON.stringify(file) !== stored
  const canSave = file !== undefined && isChanged && readRuleForm(file, max).rule !== undefined
  const save = async (rule: RuleFile | null): Promise<void> => {
    const refused = await edit({ kind: 'setRule', at: row.id, rule })
    setMessage(refused?.problems.map((each) => each.message).join(' '))
    if (!refused) onEnd()
  }
  return (
    <Stack gap="md">
      <Printed row={row} onUse={setFile} isFixed={isFixed} hasRule={file !== undefined} />
      {file === undefined ? (
        isFixed ? (
          <Text>{ruleEditorTexts.byHand}</Text>
        ) : (
          <KindPicker max={max} year={view.year} onChoose={setFile} />
        )
      ) : (
        <RuleForm rule={file} max={max} year={view.year} isFixed={isFixed} onChange={setFile}>
          {!isFixed && (
            <Group gap="sm">
              <Button onClick={() => void save(file)} disabled={!canSave}>
                {words.save}
              </Button>
              <Button variant="default" onClick={() => setFile(undefined)}>
                {words.another}
              </Button>
              {row.rule && (
                <Button variant="default" onClick={() => void save(null)}>
                  {words.remove_}
                </Button>
              )}
              {isChanged && <Text c="gray.7">{words.unsaved}</Text>}
            </Group>
          )}
          {message && (
            <Text c="red.7" role="alert">
              {message}
            </Text>
          )}
        </RuleForm>
      )}
    </Stack>
  )
}

interface PrintedProps {
  readonly row: FrameworkRow
  readonly onUse: (rule: RuleFile) => void
  readonly isFixed: boolean
  readonly hasRule: boolean
}

/** What the decision prints beside the row, and what was read out of it. */
const Printed = ({ row, onUse, isFixed, hasRule }: PrintedProps) => {
  const { proposal } = row
  const printed = row.calculation ?? row.note
  return (
    <Paper p="sm">
      <Text fw={600}>{words.maxIs(formatFigure(row.maxPoints))}</Text>
      {printed && (
        <Text className={classes.printed}>
          <Text span c="gray.7">
            {words.printed}:{' '}
          </Text>
          {printed}
        </Text>
      )}
      {proposal && !hasRule && !isFixed && (
        <Alert color="blue" mt="xs" title={words.proposal}>
          <Text mb="xs">{proposal.sentence}</Text>
          <Button size="compact-md" onClick={() => onUse(proposal.rule)}>
            {words.useProposal}
          </Button>
        </Alert>
      )}
    </Paper>
  )
}
