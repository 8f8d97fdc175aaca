import { Link } from '@tanstack/react-router'
import { shellTexts } from '../../language/pages/shell.ts'
import { useSignedIn } from '../widgets/session.ts'
import classes from './frame.module.css'
import { type Place, type PlaceGroup, placeGroups, placesFor } from './places.ts'

const Group = ({ group, places }: { readonly group: PlaceGroup; readonly places: readonly Place[] }) => (
  <div>
    {group !== 'start' && (
      <p id={`menu-${group}`} className={classes.group}>
        {shellTexts.placeGroups[group]}
      </p>
    )}
    <ul aria-labelledby={group === 'start' ? undefined : `menu-${group}`}>
      {places.map(({ label, to }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={classes.place}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </div>
)

/** The places a person finds something to do in, by what they are about. */
export const Menu = ({ isOpen }: { readonly isOpen: boolean }) => {
  const { grants } = useSignedIn()
  const shown = placesFor(grants.map(({ role }) => role))
  return (
    <nav id="menu" aria-label={shellTexts.menu} className={classes.menu} data-open={isOpen}>
      <div className={classes.groups}>
        {placeGroups.map((group) => {
          const places = shown.filter((place) => place.group === group)
          return places.length > 0 && <Group key={group} group={group} places={places} />
        })}
      </div>
    </nav>
  )
}
