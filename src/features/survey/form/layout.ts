import { type Html, html } from '../../../platform/http/html.ts'

/** Large targets for a thumb, one column, high contrast; no font is fetched. */
const style = `
*{box-sizing:border-box}body{margin:0;font:17px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:#1c2733;background:#fff}
header,main{max-width:44rem;margin:0 auto;padding:1rem}header{border-bottom:3px solid #234c80}header p{margin:0}a{color:#234c80}
h1{font-size:1.4rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-top:1px solid #c3ccd4;padding-top:1rem}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}legend{font-weight:600;padding:0;margin-bottom:.35rem}fieldset fieldset{margin:0 0 1rem}fieldset fieldset legend{font-weight:400}
.o{display:flex;gap:.6rem;align-items:center;min-height:2.9rem;padding:.35rem .75rem;border:1px solid #6c7884;border-radius:.4rem;margin:.35rem 0;cursor:pointer}
.o:has(:checked){background:#e8eef7;border-color:#234c80}.l{display:flex;gap:.35rem;flex-wrap:wrap}.l .o{flex:1 1 3rem;justify-content:center;margin:0}
input[type=radio],input[type=checkbox]{width:1.3rem;height:1.3rem;flex:none;margin:0;accent-color:#234c80}
input[type=text],input[type=number],textarea{width:100%;font:inherit;padding:.6rem;border:1px solid #6c7884;border-radius:.4rem}textarea{min-height:6rem}
.n{color:#44525f;font-size:.92rem;margin:.1rem 0 .4rem}.r{color:#a3341b;font-weight:400}.ends{display:flex;justify-content:space-between}
.w{border-left:4px solid #a3341b;background:#fdf1ee;padding:.5rem .75rem;margin:0 0 1rem}.i{border-left:4px solid #234c80;background:#f1f5fa;padding:.5rem .75rem;margin:1rem 0}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.25rem;border-radius:.4rem;border:1px solid #234c80;background:#234c80;color:#fff;width:100%;margin:.35rem 0;cursor:pointer}
button.s{background:#fff;color:#234c80}:focus-visible{outline:3px solid #b35900;outline-offset:2px}code{overflow-wrap:anywhere}
@media(min-width:40em){button{width:auto;margin-right:.75rem}}@media print{button,#state{display:none}}`

/** A whole page of the public form. */
export const formPage = (page: {
  readonly title: string
  readonly language: string
  readonly authority?: string
  readonly body: Html
  readonly style?: string
  readonly hasScript?: boolean
}): string =>
  `<!doctype html>${
    html`<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${page.title}</title><style>${{ html: style + (page.style ?? '') }}</style></head><body>
<header><p>${page.authority ?? ''}</p></header><main><h1>${page.title}</h1>${page.body}</main>${
      page.hasScript ? { html: '<script src="/khao-sat/phieu.js" defer></script>' } : ''
    }</body></html>`.html
  }`
