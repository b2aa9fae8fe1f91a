import { expect, test } from 'vitest';
import { NO_FINE } from '../../../src/layout/css/properties/typesetting.ts';
import { layoutInline } from '../../../src/layout/inline/index.ts';
import { context, root } from './support.ts';

test('lines stand a whole number of steps apart, also where something raises one', () => {
  const text = 'Kom til fællesspisning på biblioteket torsdag ';
  const content = [text, [{ fontSize: 22, lineHeight: { kind: 'factor', factor: 1.5 } }, 'stort'], ` ${text}`] as const;
  const style = { lineHeight: { kind: 'length', pt: 14 }, fine: { ...NO_FINE, baselineGrid: 14 } } as const;
  const { lines, height } = layoutInline(root(content, style), 110, context());
  const baselines = lines.map(({ y, baseline }) => y + baseline);
  expect(lines.length).toBeGreaterThan(4);
  const steps = baselines.slice(1).map((y, i) => (y - (baselines[i] ?? 0)) / 14);
  for (const step of steps) expect(step).toBeCloseTo(Math.round(step), 2);
  expect(Math.max(...steps)).toBeGreaterThan(1.5);
  const last = lines.at(-1);
  expect(height).toBeCloseTo((last?.y ?? 0) + (last?.height ?? 0), 6);
});
