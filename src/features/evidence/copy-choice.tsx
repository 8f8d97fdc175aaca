import { Group, Radio } from '@mantine/core'
import { type DocumentCopy, documentCopies } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'

/** What the file is: as written, as signed, or with personal data blacked out. */
export const CopyChoice = ({ value, onChange }: { readonly value: DocumentCopy; readonly onChange: (copy: DocumentCopy) => void }) => (
  <Radio.Group
    label={documentTexts.copy}
    description={documentTexts.copyHint}
    value={value}
    onChange={(copy) => onChange(copy as DocumentCopy)}
  >
    <Group gap="lg" mt="xs">
      {documentCopies.map((copy) => (
        <Radio key={copy} value={copy} label={labelsVi.documentCopies[copy]} />
      ))}
    </Group>
  </Radio.Group>
)
