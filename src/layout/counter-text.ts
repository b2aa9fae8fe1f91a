const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

function alphabetic(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

/** A counter's value in a counter style (CSS Counter Styles 3, 6); outside a style's range decimal. */
export function counterText(value: number, style: string): string {
  switch (style) {
    case 'none':
      return '';
    case 'disc':
      return '•';
    case 'circle':
      return '◦';
    case 'square':
      return '▪';
    case 'decimal-leading-zero':
      return value < 0 ? `-${String(-value).padStart(2, '0')}` : String(value).padStart(2, '0');
    case 'lower-alpha':
    case 'lower-latin':
      return value > 0 ? alphabetic(value) : String(value);
    case 'upper-alpha':
    case 'upper-latin':
      return value > 0 ? alphabetic(value).toUpperCase() : String(value);
    case 'lower-roman':
      return value > 0 && value < 4000 ? roman(value) : String(value);
    case 'upper-roman':
      return value > 0 && value < 4000 ? roman(value).toUpperCase() : String(value);
    default:
      return String(value);
  }
}
