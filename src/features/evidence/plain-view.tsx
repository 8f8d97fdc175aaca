import { Text, Title } from '@mantine/core'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import type { PlainFile } from './contract.ts'
import classes from './evidence.module.css'

/** What a document says: paragraphs and tables, in their order. Tables scroll by themselves; the page never does sideways. */
export const PlainView = ({ plain: { parts, isCut } }: { readonly plain: PlainFile }) => (
  <div className={classes.plain} role="document" tabIndex={0}>
    {parts.length === 0 && <Text>{documentTexts.plainEmpty}</Text>}
    {parts.map((part, at) => (
      // The parts of a document that was read once never move.
      // oxlint-disable-next-line react/no-array-index-key
      <Part key={at} part={part} />
    ))}
    {isCut && <Text fw={600}>{documentTexts.plainCut}</Text>}
  </div>
)

const Part = ({ part }: { readonly part: PlainFile['parts'][number] }) => {
  if (part.kind === 'text') return <p className={classes.lines}>{part.lines.join('\n')}</p>
  return (
    <>
      {part.name && <Title order={3}>{part.name}</Title>}
      <div className={classes.sheet}>
        <table>
          <tbody>
            {part.rows.map((row, line) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={line}>
                {row.map((text, column) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={column}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
