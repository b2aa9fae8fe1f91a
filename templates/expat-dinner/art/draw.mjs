// Draws the pictures of this template set: `node templates/expat-dinner/art/draw.mjs` writes images/*.svg and, for one ink, images/mono/*.svg, the same bytes each time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloths } from './cloths.mjs';
import { dishes } from './dishes/index.mjs';
import { inkOf } from './ink.mjs';
import { sheet } from './pen.mjs';
import { things } from './things.mjs';

const folder = fileURLToPath(new URL('../images/', import.meta.url));
mkdirSync(join(folder, 'mono'), { recursive: true });
for (const [name, [width, height, draw]] of Object.entries({ ...dishes, ...cloths, ...things })) {
  const s = sheet(width, height);
  draw(s);
  writeFileSync(join(folder, `${name}.svg`), s.svg());
  writeFileSync(join(folder, 'mono', `${name}.svg`), s.svg(inkOf(name)));
}
