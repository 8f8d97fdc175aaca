import '../../web/widgets/fonts.css'
import type { ReplyOf } from '../../contract/route.ts'
import type { ProblemMessage } from '../../contract/shapes.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { sessionTexts } from '../../language/pages/session.ts'
import { shellTexts } from '../../language/pages/shell.ts'
import type { DemoAccount, sessionRoutes } from './contract.ts'

/**
 * The sign-in page stands in `dang-nhap.html` and works without the application's libraries, so that it is there at once on a slow line;
 * while the person types, they are fetched. Contracts are used as types only: their addresses are checked, their schemas stay out.
 */
const welcomePath: typeof sessionRoutes.welcome.path = '/api/welcome'
const signInPath: typeof sessionRoutes.signIn.path = '/api/sign-in'
const codePath: typeof sessionRoutes.giveCode.path = '/api/sign-in/code'

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const form = element<HTMLFormElement>('sign-in')
const refusal = element<HTMLParagraphElement>('refusal')
const password = element<HTMLInputElement>('password')
const submit = form.querySelector('button') as HTMLButtonElement
const code = element<HTMLInputElement>('code')

/** Where the person wanted to go; only addresses of this site. */
const destination = (): string => {
  const wanted = new URL(new URLSearchParams(location.search).get('ve') ?? '/', location.origin)
  return wanted.origin === location.origin && wanted.pathname !== '/dang-nhap' ? wanted.pathname + wanted.search : '/'
}

const setBusy = (isBusy: boolean): void => {
  submit.disabled = isBusy
  const [idle, busy] = code.disabled ? [sessionTexts.signIn, sessionTexts.signingIn] : [sessionTexts.code.give, sessionTexts.code.giving]
  submit.textContent = isBusy ? busy : idle
}

/** The password was right: the same form asks for the code. */
const askForCode = (): void => {
  element('name-and-password').hidden = true
  for (const input of element('name-and-password').querySelectorAll('input')) input.disabled = true
  // Whoever is half way in by the password does not begin anew elsewhere.
  element('single').hidden = true
  element('code-step').hidden = false
  code.disabled = false
  setBusy(false)
  code.focus()
}

const post = (path: string, body: object): Promise<Response | undefined> =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => undefined)

/** Sends a step of signing in; goes on where it was the last, otherwise asks for the code or says why not. */
const send = async (path: string, body: object, field: HTMLInputElement): Promise<void> => {
  refusal.textContent = ''
  setBusy(true)
  const response = await post(path, body)
  if (response?.ok) {
    const reply = (await response.json()) as object
    return 'secondFactorDue' in reply ? askForCode() : location.replace(destination())
  }
  setBusy(false)
  refusal.textContent = response ? await refusalOf(response) : shellTexts.offline
  field.select()
}

const signIn = (signInName: string, secret: string): Promise<void> => send(signInPath, { signInName, password: secret }, password)

const refusalOf = async (response: Response): Promise<string> => {
  const { problems } = (await response.json().catch(() => ({}))) as { problems?: readonly ProblemMessage[] }
  return problems?.map(({ message }) => message).join(' ') ?? shellTexts.serverSilent
}

const accountButton = (account: DemoAccount): HTMLLIElement => {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'account' })
  const role = Object.assign(document.createElement('strong'), { textContent: labelsVi.roles[account.role] })
  const who = Object.assign(document.createElement('span'), { className: 'quiet' })
  who.textContent = [account.name, account.unit].filter(Boolean).join(', ')
  button.append(role, who)
  button.addEventListener('click', () => {
    element<HTMLInputElement>('sign-in-name').value = account.signInName
    password.value = account.password
    void signIn(account.signInName, account.password)
  })
  const item = document.createElement('li')
  item.append(button)
  return item
}

const showSingleSignOn = (label: string): void => {
  const link = element<HTMLAnchorElement>('single-sign-on')
  link.textContent = sessionTexts.singleSignOn(label)
  link.href = `/api/single-sign-on?ve=${encodeURIComponent(destination())}`
  element('single').hidden = false
}

const showWelcome = async (): Promise<void> => {
  const response = await fetch(welcomePath).catch(() => undefined)
  if (!response?.ok) return
  const { demoAccounts, singleSignOn } = (await response.json()) as ReplyOf<typeof sessionRoutes.welcome>
  if (singleSignOn !== undefined) showSingleSignOn(singleSignOn)
  if (demoAccounts.length === 0) return
  element('demo-accounts').append(...demoAccounts.map(accountButton))
  element('demo').hidden = false
}

/** Fetches the application's files into the browser's cache, at low priority. */
const fetchApplication = async (): Promise<void> => {
  const page = await fetch('/index.html').then((response) => response.text())
  const parts = new DOMParser()
    .parseFromString(page, 'text/html')
    .querySelectorAll('script[src], link[rel="modulepreload"], link[rel="stylesheet"]')
  for (const part of parts) {
    const href = part.getAttribute('src') ?? part.getAttribute('href') ?? ''
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href }))
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const fields = new FormData(form)
  if (code.disabled) void signIn(String(fields.get('signInName')), String(fields.get('password')))
  else void send(codePath, { code: String(fields.get('code')) }, code)
})
element<HTMLInputElement>('show-password').addEventListener('change', (event) => {
  password.type = (event.currentTarget as HTMLInputElement).checked ? 'text' : 'password'
})
void showWelcome()
// What the common sign-in service refused is told here, as text.
const refusals: Readonly<Record<string, string>> = sessionTexts.singleSignOnRefused
refusal.textContent = refusals[new URLSearchParams(location.search).get('loi') ?? ''] ?? ''
addEventListener('load', () => void fetchApplication().catch(() => undefined))
