import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { paperTexts } from '../../language/pages/papers.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import type { Paper } from './contract.ts'
import { byLabel } from './label-of-place.ts'
import classes from './papers.module.css'
import type { SeenPlace } from './use-place.ts'

const texts = paperTexts.page

/** The paper as it will look, the files, and before that what is still missing. */
export const PaperPreview = ({ place, paper }: { readonly place: SeenPlace; readonly paper: Paper }) => {
  const params = { ...place.params, paperId: paper.id }
  // The version makes the address another one after every change, so that the frame shows the paper anew.
  const view = `${addressOf(place.routes.file, { params, query: { format: 'pdf', manner: 'view' } })}&v=${paper.version}`
  return (
    <Stack component="section" gap="sm" aria-labelledby="preview">
      <Title order={2} id="preview">
        {texts.preview}
      </Title>
      {paper.problems.length > 0 ? (
        <>
          <Text fw={600}>{texts.missing}</Text>
          <ProblemList problems={paper.problems.map((problem) => byLabel(problem, paper.kind))} plain />
          <Text c="gray.7">{texts.previewHint}</Text>
        </>
      ) : (
        <>
          <Group gap="xs">
            {paper.formats.map((format) => (
              <Button
                key={format}
                component="a"
                variant="default"
                size="compact-md"
                href={addressOf(place.routes.file, { params, query: { format } })}
              >
                {texts.formats[format]}
              </Button>
            ))}
            <Anchor size="sm" href={view} target="_blank" rel="noreferrer">
              {texts.openApart}
            </Anchor>
          </Group>
          <iframe className={classes.preview} src={view} title={texts.preview} />
          {!paper.issued && <Text size="sm">{texts.draftMark}</Text>}
          <Text size="sm" c="gray.7">
            {texts.notWord}
          </Text>
        </>
      )}
    </Stack>
  )
}
