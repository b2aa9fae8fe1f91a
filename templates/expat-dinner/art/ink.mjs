// The same drawings for one ink: black lines on white, dark parts solid, cloths by their patterns. Tones are not told apart by grey.
import { C } from './pen.mjs';

const BLACK = '#000000';
const WHITE = '#FFFFFF';
/** Of lines, 0.1 mm at A3. */
const LINE = 5;

const light = (hex) => {
  const [r, g, b] = [1, 3, 5].map((i) => (Number.parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const solid = { fill: BLACK, line: 0 };
const bare = { fill: WHITE, line: 0 };
const drawn = { fill: WHITE, line: LINE };
const bases = [C.enamel, C.leaf, C.beet, C.tomato, '#D98B3F', '#CC7D33'];

/** Cloths: the ground is paper, what is woven in is ink; what is neither has an outline. */
const woven = (fill) => (bases.includes(fill) ? bare : fill === C.paper ? drawn : solid);
/** Checks: squares of ink where bands cross. */
const checked = (fill) => (fill === C.tomato ? solid : fill === C.paper ? bare : drawn);
const linen = (fill) => (fill === C.paper ? bare : solid);
const hemmed = (fill) => (fill === C.paperDeep || bases.includes(fill) ? drawn : light(fill) < 0.2 ? solid : bare);
const thing = (fill) => (light(fill) < 0.06 ? solid : drawn);
/** Around a QR code nothing is drawn. */
const napkin = (fill) => (fill === C.paper ? bare : solid);
/** They stand small beside the flyer's steps, too: lines that hold on A6. */
const small = ['pot', 'towel', 'bibimbap'];
const bold = (fill) => (light(fill) < 0.06 ? solid : { fill: WHITE, line: 7 });

/** How a colour of a picture is drawn: its fill, and how broad its outline is. */
export function inkOf(name) {
  if (name.startsWith('cloth-gingham')) return checked;
  if (name.startsWith('cloth-linen')) return linen;
  if (name.startsWith('cloth-')) return woven;
  if (name.startsWith('napkin-')) return napkin;
  if (name.startsWith('hem-')) return hemmed;
  return small.includes(name) ? bold : thing;
}
