import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type QuestionnaireFile, wordsIn } from '../../../core/survey/design.ts'
import { languageNameOf } from '../../../language/language-names.ts'
import { surveyDesignTexts } from '../../../language/pages/survey-design.ts'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { designRoutes } from './contract.ts'
import classes from './design.module.css'

const texts = surveyDesignTexts.preview

type As = 'phone' | 'screen' | 'paper'

/** The questionnaire as it will be answered, before it is kept: on a phone, on a screen, on paper, which is printed from here. */
export const PreviewPanel = ({ file, isSound }: { readonly file: QuestionnaireFile; readonly isSound: boolean }) => {
  const groups = file.groups ?? []
  const [as, setAs] = useState<As>('phone')
  const [group, setGroup] = useState(groups[0]?.id ?? '')
  const languages = file.languages ?? []
  const [language, setLanguage] = useState(languages[0] ?? 'vi')
  const [page, setPage] = useState('')
  const frame = useRef<HTMLIFrameElement>(null)
  const { run, refused } = useChange(designRoutes.preview, { refreshes: [] })
  const asked = JSON.stringify({ questionnaire: file, group, language, as: as === 'paper' ? 'paper' : 'screen' })
  const ask = useRef(run)
  ask.current = run
  useEffect(() => {
    if (!isSound) return
    const body = JSON.parse(asked) as { questionnaire: Record<string, unknown>; group: string; language: string; as: 'paper' | 'screen' }
    void ask.current({ body }).then((outcome) => outcome.ok && setPage(outcome.value.html))
  }, [asked, isSound])
  if (!isSound) return <Text>{texts.wait}</Text>
  return (
    <Stack gap="md">
      <Group align="flex-end">
        <SegmentedControl
          aria-label={texts.as}
          data={(['phone', 'screen', 'paper'] as const).map((value) => ({ value, label: texts[value] }))}
          value={as}
          onChange={(value) => setAs(value as As)}
        />
        {groups.length > 0 && (
          <Select
            label={texts.group}
            data={groups.map(({ id, text }) => ({ value: id, label: wordsIn(text) }))}
            value={group}
            onChange={(value) => setGroup(value ?? '')}
            allowDeselect={false}
          />
        )}
        {languages.length > 1 && (
          <Select
            label={texts.language}
            data={languages.map((value) => ({ value, label: languageNameOf(value) }))}
            value={language}
            onChange={(value) => setLanguage(value ?? 'vi')}
            allowDeselect={false}
          />
        )}
        {as === 'paper' && <Button onClick={() => frame.current?.contentWindow?.print()}>{texts.print}</Button>}
      </Group>
      {refused && <ErrorState refused={refused} />}
      {page !== '' && (
        <iframe
          ref={frame}
          title={texts.frame}
          srcDoc={page}
          sandbox="allow-same-origin allow-modals"
          data-as={as}
          className={classes.frame}
        />
      )}
    </Stack>
  )
}
