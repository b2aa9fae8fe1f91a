/** The gallery's own looks: no font, script or picture comes from elsewhere. */
export const STYLE = `
:root { --ground: #f4f1ea; --card: #fff; --ink: #1a1a1c; --soft: #63605a; --line: #ddd7cb; --accent: #01589a; --bad: #a3122f; --warn: #8a5200; --row: clamp(190px, 24vw, 340px); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; background: var(--ground); color: var(--ink); }
header, main { max-width: 1680px; margin: 0 auto; padding: 0 clamp(16px, 3vw, 40px); }
header { padding-top: 40px; padding-bottom: 10px; }
h1 { margin: 0; font-size: clamp(32px, 4vw, 52px); line-height: 1.05; letter-spacing: -0.02em; }
h2 { margin: 0; font-size: 22px; line-height: 1.25; letter-spacing: -0.01em; }
h3 { margin: 10px 0 0; font-size: 15px; font-weight: 600; line-height: 1.3; }
a { color: var(--accent); text-underline-offset: 2px; }
small { font-size: 13px; color: var(--soft); white-space: nowrap; }
.facts { margin: 10px 0 0; color: var(--soft); }
.facts strong { color: var(--ink); }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 12px 0; background: var(--ground); border-bottom: 1px solid var(--line); }
.filters label { display: flex; gap: 8px; align-items: center; }
input[type=search], select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 6px 10px; min-width: 0; }
input[type=search] { width: 14em; }
.count { color: var(--soft); margin-left: auto; }
section { margin: 24px 0; padding: 20px 24px 24px; background: var(--card); border: 1px solid var(--line); border-radius: 14px; scroll-margin-top: 70px; }
.head { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; }
.tag { font-size: 13px; border-radius: 99px; padding: 1px 10px; border: 1px solid currentColor; }
.bad { color: var(--bad); } .warn { color: var(--warn); }
.zip { margin-left: auto; padding: 7px 14px; border-radius: 99px; background: var(--accent); color: #fff; text-decoration: none; font-weight: 600; font-size: 15px; }
.zip small { color: inherit; font-weight: 400; margin-left: 4px; }
.zip:hover { background: #013f70; }
.documents { list-style: none; display: flex; flex-wrap: wrap; gap: 24px 36px; padding: 0; margin: 20px 0 0; align-items: flex-end; }
.pages { display: flex; flex-wrap: wrap; gap: 4px; align-items: flex-end; }
.pages a { display: block; line-height: 0; }
.pages img { display: block; height: var(--row); width: auto; max-width: 100%; background: #fff; box-shadow: 0 0 0 1px rgb(0 0 0 / 0.09), 0 4px 14px rgb(0 0 0 / 0.1); transition: transform 120ms; }
.pages a:hover img, .pages a:focus-visible img { transform: translateY(-3px); }
.formats { margin: 2px 0 0; font-size: 14px; display: flex; flex-wrap: wrap; gap: 0 5px; align-items: baseline; }
.formats small + a { margin-left: 9px; }
.complaints { margin: 14px 0 0; padding-left: 20px; font-size: 15px; }
@media (max-width: 640px) { :root { --row: 200px; } section { padding: 16px; border-radius: 10px; } .zip { margin-left: 0; } .filters { position: static; } .count { margin-left: 0; } }
@media (prefers-reduced-motion: reduce) { .pages img { transition: none; } }
[hidden] { display: none !important; }
@media print { .filters, .zip { display: none; } section { break-inside: avoid; } }
`;

/** Filters what is shown; without it everything is there. */
export const SCRIPT = `
const $ = (s) => document.querySelector(s), all = (s, n = document) => [...n.querySelectorAll(s)];
const controls = all('.filters input, .filters select');
const apply = () => {
  const words = $('#words').value.toLowerCase().split(/\\s+/).filter(Boolean), language = $('#language').value, piece = $('#piece').value, only = $('#only').checked;
  let shown = 0;
  for (const s of all('section')) {
    const hit = words.every((w) => s.dataset.words.includes(w)) && (!only || s.dataset.complaints !== '0');
    for (const li of all('li[data-piece]', s)) li.hidden = (language && li.dataset.language !== language) || (piece && li.dataset.piece !== piece);
    for (const ul of all('ul.documents', s)) ul.hidden = all('li', ul).every((li) => li.hidden);
    s.hidden = !hit; if (hit) shown++;
  }
  $('.count').textContent = shown + ' of ' + all('section').length + ' libraries';
};
for (const c of controls) c.addEventListener('input', apply);
$('.filters').hidden = false; apply();
`;
