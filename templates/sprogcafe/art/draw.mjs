// Draws the pictures of this template set: `node templates/sprogcafe/art/draw.mjs` writes images/*.svg, the same bytes each time.
// A cup on its saucer, seen from above, is a speech bubble; the milk on the coffee says hello. The greetings are outlines of letters, so that no page
// needs the fonts of fourteen languages.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as hb from 'harfbuzzjs';

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OWN = here('../fonts/nunito/Nunito_900Black.ttf');
const noto = (script) =>
  require.resolve(
    `@expo-google-fonts/noto-sans-${script}/900Black/NotoSans${script[0].toUpperCase()}${script.slice(1)}_900Black.ttf`,
  );

const HELLO = {
  da: ['Hej', OWN],
  en: ['Hello', OWN],
  de: ['Hallo', OWN],
  pl: ['Cześć', OWN],
  uk: ['Привіт', OWN],
  tr: ['Merhaba', OWN],
  vi: ['Xin chào', OWN],
  so: ['Iska warran', OWN],
  ar: ['مرحبا', noto('arabic')],
  fa: ['سلام', noto('arabic')],
  he: ['שלום', noto('hebrew')],
  hi: ['नमस्ते', noto('devanagari')],
  th: ['สวัสดี', noto('thai')],
  ti: ['ሰላም', noto('ethiopic')],
};

const TONES = { teal: '#0B6663', tomato: '#CF4327', mustard: '#F0AE2D', plum: '#6B2346', sky: '#2F6DA8' };
const COFFEE = '#3A1F14';
const MILK = '#F7E3C4';

const round = (n) => String(Math.round(n * 100) / 100);

/** The outline of a line of text: path data, and its box, with y downwards. */
function outline(text, file, lang) {
  const face = new hb.Face(new hb.Blob(readFileSync(file)), 0);
  const font = new hb.Font(face);
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setLanguage(lang);
  hb.shape(font, buffer);
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let pen = 0;
  const parts = [];
  for (const { codepoint: glyph, xAdvance, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
    for (const { type, values } of font.glyphToJson(glyph)) {
      const points = values.map((v, i) => (i % 2 === 0 ? v + pen + xOffset : -(v + yOffset)));
      for (const [i, v] of points.entries()) {
        const [low, high] = i % 2 === 0 ? ['left', 'right'] : ['top', 'bottom'];
        box[low] = Math.min(box[low], v);
        box[high] = Math.max(box[high], v);
      }
      parts.push([type, points]);
    }
    pen += xAdvance;
  }
  return { parts, box };
}

/** Fits into a square of 100 with the coffee's circle, radius 50, around it. */
function hello(text, file, lang) {
  const { parts, box } = outline(text, file, lang);
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min(84 / Math.hypot(w, h), 50 / h);
  const x = (v) => round((v - box.left - w / 2) * scale + 50);
  const y = (v) => round((v - box.top - h / 2) * scale + 50);
  const d = parts.map(([type, points]) => type + points.map((v, i) => (i % 2 === 0 ? x(v) : y(v))).join(' ')).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="${MILK}" d="${d}"/></svg>\n`;
}

/** The tail of the bubble points down to where its line begins. `empty`: no coffee in it, but room for words. */
function cup(tone, empty) {
  const colour = TONES[tone];
  const saucer = `<path fill="${colour}" d="M18 74 L7 98 L38 87 Z"/><circle cx="50" cy="47" r="46" fill="${colour}"/>`;
  const inside = empty
    ? `<circle cx="50" cy="47" r="40" fill="#FFFFFF"/>`
    : `<path d="M70 27 L82 15" stroke="#FFFFFF" stroke-width="9" stroke-linecap="round"/><circle cx="50" cy="47" r="33" fill="#FFFFFF"/><circle cx="50" cy="47" r="29" fill="${COFFEE}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${saucer}${inside}</svg>\n`;
}

const write = (name, svg) => writeFileSync(here(`../images/${name}.svg`), svg);
for (const [lang, [text, file]] of Object.entries(HELLO)) write(`hello-${lang}`, hello(text, file, lang));
for (const tone of Object.keys(TONES)) {
  write(`cup-${tone}`, cup(tone, false));
  write(`plate-${tone}`, cup(tone, true));
}
