// Asks twice a second whether a file was saved, and then puts the new page in the place of the old one, without moving the reader.
'use strict';
const content = document.getElementById('content');
const said = document.getElementById('followed');

async function text(address) {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

async function renew() {
  const page = new DOMParser().parseFromString(await text(location.href), 'text/html');
  const next = page.getElementById('content');
  const focused = document.activeElement?.id;
  document.title = page.title;
  content.dataset.state = next.dataset.state;
  content.replaceChildren(...next.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  said.textContent = said.dataset.renewed;
}

async function follow() {
  try {
    if (await text('/state') !== content.dataset.state) await renew();
    said.classList.add('unseen');
    setTimeout(follow, 400);
  } catch {
    said.textContent = said.dataset.gone;
    said.classList.remove('unseen');
    setTimeout(follow, 4000);
  }
}

follow();
