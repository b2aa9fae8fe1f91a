/**
 * The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4 (ISO 15076-1): matrix and parametric curves, 600 bytes. Made here
 * rather than carried along, since its numbers are public and it is what every file embeds.
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: [string, Uint8Array][] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', numbers('XYZ ', [0.9642, 1, 0.8249])],
    // Primaries adapted from D65 to D50 by the linear Bradford transform.
    ['rXYZ', numbers('XYZ ', [0.436035, 0.222488, 0.013916])],
    ['gXYZ', numbers('XYZ ', [0.385117, 0.716904, 0.097061])],
    ['bXYZ', numbers('XYZ ', [0.143051, 0.060608, 0.713913])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
    ['chad', numbers('sf32', [1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015076, 0.751678])],
  ];
  return assemble(tags, 'RGB ');
}

/** Its greys alone: what one ink prints. */
export function greyProfile(): Uint8Array {
  return assemble(
    [
      ['desc', text('Grey, the tones of sRGB')],
      ['cprt', text('No copyright, use freely')],
      ['wtpt', numbers('XYZ ', [0.9642, 1, 0.8249])],
      ['kTRC', toneCurve()],
    ],
    'GRAY',
  );
}

/** Function type 3: (a·x + b)^g from d on, c·x below. */
function toneCurve(): Uint8Array {
  const curve = numbers('para', [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045], 12);
  curve[9] = 3;
  return curve;
}

function text(words: string): Uint8Array {
  const data = new DataView(new ArrayBuffer(28 + words.length * 2));
  signature(data, 0, 'mluc');
  data.setUint32(8, 1);
  data.setUint32(12, 12);
  signature(data, 16, 'enUS');
  data.setUint32(20, words.length * 2);
  data.setUint32(24, 28);
  for (let i = 0; i < words.length; i++) data.setUint16(28 + i * 2, words.charCodeAt(i));
  return new Uint8Array(data.buffer);
}

function numbers(type: string, values: readonly number[], head = 8): Uint8Array {
  const data = new DataView(new ArrayBuffer(head + values.length * 4));
  signature(data, 0, type);
  values.forEach((value, i) => {
    data.setInt32(head + i * 4, Math.round(value * 65536));
  });
  return new Uint8Array(data.buffer);
}

function assemble(tags: readonly (readonly [string, Uint8Array])[], space: 'RGB ' | 'GRAY'): Uint8Array {
  const places = new Map<Uint8Array, number>();
  let size = 128 + 4 + tags.length * 12;
  for (const [, body] of tags) {
    if (places.has(body)) continue;
    places.set(body, size);
    size += (body.length + 3) & ~3;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, size);
  view.setUint32(8, 0x04200000);
  signature(view, 12, 'mntr');
  signature(view, 16, space);
  signature(view, 20, 'XYZ ');
  // A date is required; the day that the standard was published.
  [1999, 10, 18, 0, 0, 0].forEach((part, i) => {
    view.setUint16(24 + i * 2, part);
  });
  signature(view, 36, 'acsp');
  view.setInt32(68, Math.round(0.9642 * 65536));
  view.setInt32(72, 65536);
  view.setInt32(76, Math.round(0.8249 * 65536));
  view.setUint32(128, tags.length);
  tags.forEach(([tag, body], i) => {
    const at = places.get(body) ?? 0;
    signature(view, 132 + i * 12, tag);
    view.setUint32(136 + i * 12, at);
    view.setUint32(140 + i * 12, body.length);
    bytes.set(body, at);
  });
  return bytes;
}

function signature(view: DataView, at: number, text: string): void {
  for (let i = 0; i < 4; i++) view.setUint8(at + i, text.charCodeAt(i));
}
