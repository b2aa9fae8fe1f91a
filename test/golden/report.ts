/** One picture that is not as it was. */
export interface Finding {
  readonly name: string;
  /** PNG; null: there is no picture of this name yet. */
  readonly expected: Uint8Array | null;
  readonly got: Uint8Array;
  readonly difference: Uint8Array | null;
  /** Part of the pixels that differ, 0..1. */
  readonly part: number;
}

const figure = (caption: string, png: Uint8Array | null): string =>
  `<figure><figcaption>${caption}</figcaption>${png ? `<img alt="" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">` : '<p>none</p>'}</figure>`;

/** A page for people: expected, got and what differs, side by side. */
export function reportPage(findings: readonly Finding[]): string {
  const sections = findings.map(
    ({ name, expected, got, difference, part }) =>
      `<section><h2>${name} <small>${expected ? `${(part * 100).toFixed(2)} % differ` : 'new'}</small></h2><div>${figure('expected', expected)}${figure('got', got)}${figure('difference', difference)}</div></section>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pictures that differ</title>
<style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; background: #fff; color: #222 }
section { border-top: 1px solid #ccc; padding: 1rem 0 }
h2 { font-size: 1.1rem } small { font-weight: normal; color: #b00020 }
section > div { display: flex; gap: 1.5rem; align-items: flex-start; flex-wrap: wrap }
figure { margin: 0 } img { border: 1px solid #999; image-rendering: pixelated; width: 300px } img:hover { width: 600px }
</style>
<h1>${findings.length} ${findings.length === 1 ? 'picture differs' : 'pictures differ'}</h1>
<p>If they are as they should be: <code>npm run golden:accept</code>.</p>
${sections.join('\n')}
`;
}
