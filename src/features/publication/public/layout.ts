import { publicPageWords as words } from '../../../language/pages/publication.ts'
import { type Html, html } from '../../../platform/http/html.ts'

/** Small enough to travel with every page; no font is fetched, no script runs. */
const style = `
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;color:#1c2733;background:#fff}
header,main,footer{max-width:82rem;margin:0 auto;padding:1rem}header{border-bottom:3px solid #234c80}
header p{margin:0;font-weight:600}a{color:#234c80}h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem}caption{text-align:left;padding:.25rem 0;color:#44525f}
th,td{border:1px solid #c3ccd4;padding:.35rem .5rem;text-align:left;vertical-align:top}thead th{background:#eceff3;vertical-align:bottom}tbody th{font-weight:400;min-width:12rem}
.said{min-width:8rem}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}thead .n{white-space:normal}.c{text-align:center}.area td,.area th{font-weight:600;background:#f4f7f9}
.bar{display:block;height:.5rem;background:#dfe7ec;margin-top:.25rem}.bar i{display:block;height:100%;background:#234c80}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1rem;list-style:none;padding:0}.note{color:#44525f;font-size:.9rem}
.warn{border-left:4px solid #b35900;background:#fff6ec;padding:.5rem .75rem}code{overflow-wrap:anywhere;font-size:.85em}
footer{border-top:1px solid #c3ccd4;margin-top:2rem}form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1rem 0}input{font:inherit;padding:.35rem .5rem;border:1px solid #6b7a88;max-width:100%}button{font:inherit;padding:.35rem .9rem;border:0;background:#234c80;color:#fff}
@media screen and (max-width:40em){.wide{display:none}.n{white-space:normal}tbody th{min-width:0;overflow-wrap:anywhere}th,td{padding:.3rem}}@media print{nav,footer,form{display:none}body{font-size:11pt}}`

/** A whole public page: light, without scripts, cacheable. */
export const publicPage = (title: string, body: Html, authority?: string): string =>
  `<!doctype html>${
    html`<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${{ html: style }}</style></head><body>
<header><p>${authority ?? words.heading}</p><nav aria-label="${words.listTitle}"><ul><li><a href="/cong-khai">${words.listTitle}</a></li><li><a href="/cong-khai/van-ban">${words.papers}</a></li><li><a href="/dang-nhap">${words.signIn}</a></li></ul></nav></header>
<main><h1>${title}</h1>${body}</main></body></html>`.html
  }`
