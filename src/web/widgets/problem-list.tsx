import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { widgetTexts } from '../../language/pages/widgets.ts'
import classes from './problem-list.module.css'

const shownAtFirst = 20

/** A problem with its sentence, from the server or made here. */
export interface ShownProblem {
  readonly code: string
  readonly at: string
  readonly severity: 'error' | 'warning'
  readonly line?: number | undefined
  readonly message: string
}

interface Props {
  readonly problems: readonly ShownProblem[]
  /** Only the sentences, without counts. */
  readonly plain?: boolean
  /** Leads to the place of a problem in the page. */
  readonly onPlace?: (at: string) => void
}

/** Problems as sentences in document order, errors before what is only worth a look. */
export const ProblemList = ({ problems, plain, onPlace }: Props) => {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  return (
    <div className={classes.problems}>
      <Part problems={errors} title={plain ? undefined : widgetTexts.errors(errors.length)} kind="error" onPlace={onPlace} />
      <Part problems={warnings} title={plain ? undefined : widgetTexts.warnings(warnings.length)} kind="warning" onPlace={onPlace} />
    </div>
  )
}

interface PartProps {
  readonly problems: readonly ShownProblem[]
  readonly title: string | undefined
  readonly kind: 'error' | 'warning'
  readonly onPlace: Props['onPlace']
}

const Part = ({ problems, title, kind, onPlace }: PartProps) => {
  const [isWhole, setWhole] = useState(false)
  if (problems.length === 0) return null
  const shown = isWhole ? problems : problems.slice(0, shownAtFirst)
  return (
    <section>
      {title && <Text fw={600}>{title}</Text>}
      <ul className={classes.list} data-kind={kind}>
        {shown.map((problem, index) => (
          <li key={`${problem.code}-${problem.at}-${index}`}>
            {problem.line !== undefined && <span className={classes.line}>{widgetTexts.line(problem.line)}</span>}
            {onPlace && problem.at ? (
              <Anchor component="button" type="button" ta="start" onClick={() => onPlace(problem.at)}>
                {problem.message}
              </Anchor>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
      {shown.length < problems.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {widgetTexts.allProblems(problems.length)}
        </Button>
      )}
    </section>
  )
}
