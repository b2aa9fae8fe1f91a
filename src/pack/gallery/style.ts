/** The gallery's own looks: no font, script or picture comes from elsewhere. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f6f4ef; --card: #fff; --ink: #1a1a1c; --soft: #5d5a55; --line: #d9d4ca; --accent: #01589a; --bad: #a3122f; --warn: #8a5200; }
@media (prefers-color-scheme: dark) { :root { --ground: #1b1b1d; --card: #262629; --ink: #f1efe9; --soft: #b4b0a8; --line: #3b3b40; --accent: #7cc0ff; --bad: #ff8fa3; --warn: #ffc46b; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: var(--ground); color: var(--ink); }
header, main { max-width: 1500px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; }
h2 { margin: 0; font-size: 20px; line-height: 1.3; }
a { color: var(--accent); }
.facts { margin: 6px 0 0; color: var(--soft); }
.filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 18px; align-items: center; padding: 14px 0; background: var(--ground); border-bottom: 1px solid var(--line); }
.filters label { display: flex; gap: 6px; align-items: center; }
input[type=search], select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 6px 10px; min-width: 0; }
.count { color: var(--soft); margin-left: auto; }
section { margin: 26px 0; padding: 18px 20px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
section > .head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; }
.tag { font-size: 13px; border-radius: 99px; padding: 1px 10px; border: 1px solid currentColor; }
.bad { color: var(--bad); } .warn { color: var(--warn); }
ul.pages { list-style: none; display: flex; flex-wrap: wrap; gap: 20px 16px; padding: 0; margin: 16px 0 0; align-items: flex-end; }
ul.pages figure { margin: 0; }
ul.pages img { display: block; height: 230px; width: auto; background: #fff; border: 1px solid var(--line); }
ul.pages figcaption { margin-top: 6px; font-size: 13px; color: var(--soft); }
.files { margin: 14px 0 0; font-size: 14px; color: var(--soft); }
.files a { margin-right: 12px; white-space: nowrap; }
.complaints { margin: 12px 0 0; padding-left: 20px; font-size: 14px; }
[hidden] { display: none !important; }
@media print { .filters { display: none; } section { break-inside: avoid; } }
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
    s.hidden = !hit; if (hit) shown++;
  }
  $('.count').textContent = shown + ' of ' + all('section').length + ' libraries';
};
for (const c of controls) c.addEventListener('input', apply);
$('.filters').hidden = false; apply();
`;
