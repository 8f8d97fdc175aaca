import { Link } from '@tanstack/react-router'
import { shellTexts } from '../../language/pages/shell.ts'
import { useSignedIn } from '../widgets/session.ts'
import classes from './frame.module.css'
import { placesFor } from './places.ts'

/** The places a person finds something to do in. */
export const Menu = ({ isOpen }: { readonly isOpen: boolean }) => {
  const { grants } = useSignedIn()
  return (
    <nav id="menu" aria-label={shellTexts.menu} className={classes.menu} data-open={isOpen}>
      <ul>
        {placesFor(grants.map(({ role }) => role)).map(({ label, to }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={classes.place}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
