import { Button, Group, Menu, MultiSelect, Paper, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  addEmptyQuestion,
  addQuestion,
  addSection,
  changeQuestion,
  moveQuestion,
  type QuestionnaireFile,
  questionKinds,
  questionNames,
  removeQuestion,
  type SectionFile,
  wordsIn,
  withWords,
} from '../../../core/survey/design.ts'
import { surveyDesignTexts as texts } from '../../../language/pages/survey-design.ts'
import { QuestionBank } from './question-bank.tsx'
import { type QuestionActs, QuestionCard } from './question-card.tsx'
import classes from './design.module.css'

interface Props {
  readonly file: QuestionnaireFile
  readonly open: string | undefined
  readonly onOpen: (name: string | undefined) => void
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

/** Sections with their questions, in the order of print. */
export const QuestionsPanel = ({ file, open, onOpen, onChange, isFrozen }: Props) => {
  const [bankFor, setBankFor] = useState<number>()
  const add = (changed: QuestionnaireFile): void => {
    const before = new Set(questionNames(file))
    onChange(changed)
    onOpen(questionNames(changed).find((name) => !before.has(name)))
  }
  const acts: QuestionActs = {
    onOpen,
    onChange: (name, question) => onChange(changeQuestion(file, name, question)),
    onMove: (name, by) => onChange(moveQuestion(file, name, by)),
    onCopy: (question) =>
      add(
        addQuestion(
          file,
          file.sections.findIndex(({ questions }) => questions.includes(question)),
          question,
        ),
      ),
    onRemove: (name) => {
      onChange(removeQuestion(file, name))
      onOpen(undefined)
    },
  }
  let number = 0
  return (
    <Stack gap="lg">
      {file.sections.map((section, at) => (
        <Paper component="section" p="md" key={section.id} aria-label={wordsIn(section.title)}>
          <SectionHead file={file} section={section} at={at} onChange={onChange} isFrozen={isFrozen} />
          <ol className={classes.questions}>
            {section.questions.map((question) => (
              <QuestionCard
                key={question.id}
                file={file}
                question={question}
                number={(number += 1)}
                isOpen={open === question.id}
                isFrozen={isFrozen}
                {...acts}
              />
            ))}
          </ol>
          {!isFrozen && (
            <Group mt="sm">
              <Menu>
                <Menu.Target>
                  <Button>{texts.addQuestion}</Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {questionKinds.map((kind) => (
                    <Menu.Item key={kind} onClick={() => add(addEmptyQuestion(file, at, kind))}>
                      {texts.kinds[kind]}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
              <Button variant="default" onClick={() => setBankFor(at)}>
                {texts.takeQuestion}
              </Button>
            </Group>
          )}
        </Paper>
      ))}
      {!isFrozen && (
        <Button variant="default" w="fit-content" onClick={() => onChange(addSection(file, texts.newSection(file.sections.length + 1)))}>
          {texts.addSection}
        </Button>
      )}
      {bankFor !== undefined && (
        <QuestionBank onTake={(question) => onChange(addQuestion(file, bankFor, question))} onClose={() => setBankFor(undefined)} />
      )}
    </Stack>
  )
}

interface HeadProps {
  readonly file: QuestionnaireFile
  readonly section: SectionFile
  readonly at: number
  readonly onChange: (file: QuestionnaireFile) => void
  readonly isFrozen: boolean
}

const SectionHead = ({ file, section, at, onChange, isFrozen }: HeadProps) => {
  const set = (changed: SectionFile): void =>
    onChange({ ...file, sections: file.sections.map((each, index) => (index === at ? changed : each)) })
  const groups = file.groups ?? []
  return (
    <Group align="flex-end" mb="sm">
      <TextInput
        label={texts.section(String(at + 1))}
        value={wordsIn(section.title)}
        onChange={(event) => set({ ...section, title: withWords(section.title, event.currentTarget.value) })}
        disabled={isFrozen}
        flex="1 1 16rem"
      />
      {groups.length > 0 && (
        <MultiSelect
          label={texts.sectionGroups}
          placeholder={section.groups ? '' : texts.allGroups}
          data={groups.map(({ id, text }) => ({ value: id, label: wordsIn(text) }))}
          value={section.groups ?? []}
          onChange={(chosen) => {
            const { groups: _before, ...rest } = section
            set(chosen.length === 0 ? rest : { ...rest, groups: chosen })
          }}
          disabled={isFrozen}
          clearable
          flex="1 1 16rem"
        />
      )}
      {!isFrozen && section.questions.length === 0 && file.sections.length > 1 && (
        <Button variant="default" onClick={() => onChange({ ...file, sections: file.sections.filter((_, index) => index !== at) })}>
          {texts.removeSection}
        </Button>
      )}
    </Group>
  )
}
