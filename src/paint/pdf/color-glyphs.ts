import type { GlyphRun, Group } from '../../core/display.ts';
import { colorGlyph } from '../../core/text/index.ts';
import { clustersOf } from './fonts/clusters.ts';

/** The glyphs of a font in colour as drawings where they stand; each is one form, however often it is shown. */
export function colorGroups(item: GlyphRun): readonly Group[] {
  const { run, from, to, size, content, color } = item;
  const scale = size / run.face.unitsPerEm;
  const groups: Group[] = [];
  let x = item.x;
  for (const cluster of clustersOf(run)) {
    if (cluster.to <= from || cluster.from >= to) continue;
    for (let i = cluster.from; i < cluster.to; i++) {
      const { items, key } = colorGlyph(run.face, run.glyphs[i] ?? 0, color);
      const [dx, dy] = [(run.dx[i] ?? 0) * scale, (run.dy[i] ?? 0) * scale];
      const opacity = color.a < 1 ? { opacity: color.a } : {};
      if (items.length > 0)
        groups.push({ kind: 'group', content, key, transform: [scale, 0, 0, -scale, x + dx, item.y - dy], items, ...opacity });
      x += (run.advances[i] ?? 0) * scale;
    }
    x += item.letterSpacing + (cluster.space ? item.wordSpacing : 0);
  }
  return groups;
}
