import { Checkbox, Stack } from '@mantine/core'
import { type PublicPart, publicParts } from '../../core/publication/public-parts.ts'
import { publicationWords as words } from '../../language/pages/publication.ts'

interface Props {
  readonly parts: readonly PublicPart[]
  readonly onChange: (parts: PublicPart[]) => void
}

/** What the public sees, part by part; a part that rests on another cannot stand without it. */
export const PublicPartsFields = ({ parts, onChange }: Props) => {
  const isOff = (part: PublicPart): boolean =>
    (part === 'reasons' && !parts.includes('sheets')) || (part === 'openData' && !parts.includes('ranking'))
  return (
    <Stack gap={6} role="group" aria-label={words.parts}>
      {publicParts.map((part) => (
        <Checkbox
          key={part}
          label={words.partNames[part]}
          description={words.partHints[part]}
          disabled={isOff(part)}
          checked={parts.includes(part) && !isOff(part)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...parts, part] : parts.filter((each) => each !== part))}
        />
      ))}
    </Stack>
  )
}
