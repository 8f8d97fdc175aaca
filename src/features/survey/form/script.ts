/**
 * The script of the form, for browsers that run one; the form does not need it. It keeps what is typed on the device, and sends a form whose
 * network went away once it is back, under the receipt that the page carries, so that it counts once. On a shared device nothing is kept.
 */
export const formScript = `'use strict';
(() => {
  const key = new URLSearchParams(location.search).get('k') || '';
  const drafts = 'phieu:' + key, queue = 'cho-gui:' + key;
  const store = (() => { try { localStorage.setItem('thu', '1'); localStorage.removeItem('thu'); return localStorage } catch { return undefined } })();
  const form = document.querySelector('form[data-words]');
  if (!form) { if (document.querySelector('main') && !document.querySelector('.w')) { store?.removeItem(drafts); store?.removeItem(queue) } return }
  const words = JSON.parse(form.dataset.words), state = document.getElementById('state');
  const isShared = form.dataset.channel !== 'link' && form.dataset.channel !== 'open';
  const say = (text) => { state.textContent = text };
  const fields = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  const fill = (text) => {
    const kept = new URLSearchParams(text);
    for (const input of form.elements) {
      if (!input.name || input.name === 'viec' || input.type === 'hidden') continue;
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = kept.getAll(input.name).includes(input.value);
      else input.value = kept.get(input.name) || input.value;
    }
    for (const name of ['phieu', 'bat_dau']) if (kept.get(name)) form.elements[name].value = kept.get(name);
  };
  const left = () => [...form.querySelectorAll('fieldset[data-required]')].filter((each) => each.offsetParent !== null && !each.querySelector('input:checked') && ![...each.querySelectorAll('textarea,input[type=text]')].some((input) => input.value.trim())).length;
  if (store && !isShared && !document.querySelector('[role=alert]') && store.getItem(drafts)) fill(store.getItem(drafts));
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (store && !isShared) store.setItem(drafts, fields().toString());
      const open = left();
      say((store && !isShared ? words.saved : '') + (open ? (store && !isShared ? '. ' : '') + open + ' ' + words.left : ''));
    }, 400);
  });
  const send = async (body) => {
    const reply = await fetch(form.action, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    if (reply.status >= 500 || reply.status === 429) throw new Error(String(reply.status));
    if (reply.ok || reply.status === 410) { store?.removeItem(drafts); store?.removeItem(queue) }
    const page = await reply.text();
    document.open(); document.write(page); document.close();
  };
  const trySend = async (body) => {
    try { await send(body) } catch { store?.setItem(queue, body); say(words.waiting); for (const button of form.querySelectorAll('button')) button.disabled = true; setTimeout(() => trySend(body), 10000) }
  };
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value !== 'gui') return;
    event.preventDefault();
    const body = fields(); body.set('viec', 'gui');
    trySend(body.toString());
  });
  addEventListener('online', () => { const waiting = store?.getItem(queue); if (waiting) trySend(waiting) });
  const waiting = store?.getItem(queue);
  if (waiting) { fill(waiting); trySend(waiting) }
})()`
