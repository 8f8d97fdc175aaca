import { organisationTexts } from '../../language/pages/organisation.ts'
import { QrPicture } from '../../web/widgets/qr-picture.tsx'
import type { Slip } from './people-contract.ts'
import classes from './slip-sheets.module.css'

const texts = organisationTexts.slips

/** Slips as they come out of the printer: A4, two by three, with dashed lines to cut along. */
export const SlipSheets = ({ slips, address }: { readonly slips: readonly Slip[]; readonly address: string }) => (
  <ul className={classes.sheets} aria-label={texts.caption}>
    {slips.map((slip) => (
      <li key={slip.personId} className={classes.slip}>
        <div className={classes.text}>
          <strong className={classes.title}>{texts.caption}</strong>
          <span>
            {slip.name}
            {slip.unit && <br />}
            {slip.unit}
          </span>
          <dl className={classes.fields}>
            <dt>{texts.address}</dt>
            <dd>{address}</dd>
            <dt>{organisationTexts.signInName}</dt>
            <dd className={classes.typed}>{slip.signInName}</dd>
            <dt>{texts.password}</dt>
            <dd className={classes.typed}>{slip.password}</dd>
          </dl>
          <small>{texts.first}</small>
        </div>
        <QrPicture text={address} title={texts.picture} size={88} />
      </li>
    ))}
  </ul>
)
