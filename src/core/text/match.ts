import type { Diagnostic, Result } from '../diagnostics.ts';
import { openFace } from './face.ts';
import type { FontBook, FontDeclaration, FontFace, FontRequest } from './types.ts';

/** Opens the fonts of one template set. A file that is broken is left out and reported; the book holds the others. */
export function openFonts(declarations: readonly FontDeclaration[]): Result<FontBook> {
  const diagnostics: Diagnostic[] = [];
  const faces: FontFace[] = [];
  for (const declaration of declarations) {
    const opened = openFace(declaration);
    if ('severity' in opened) diagnostics.push(opened);
    else if (!faces.includes(opened)) faces.push(opened);
  }
  return { value: bookOf(faces), diagnostics };
}

function bookOf(faces: readonly FontFace[]): FontBook {
  const families = new Map<string, FontFace[]>();
  for (const face of faces) {
    const name = face.family.toLowerCase();
    families.set(name, [...(families.get(name) ?? []), face]);
  }
  const memo = new Map<string, readonly FontFace[]>();
  return {
    faces,
    match(request) {
      const key = `${request.weight} ${request.style} ${request.families.join('\n')}`;
      const known = memo.get(key);
      if (known) return known;
      const wanted = request.families.map((name) => name.toLowerCase());
      const order = [
        ...wanted.filter((name) => families.has(name)),
        ...[...families.keys()].filter((name) => !wanted.includes(name)),
      ];
      const found = order.flatMap((name) => bestOf(families.get(name) ?? [], request));
      memo.set(key, found);
      return found;
    },
  };
}

/**
 * The faces of one family for one request: all that share the best style and weight (they may differ in their ranges of code points; the one
 * declared last wins, as CSS Fonts 4, 5.2 has it), then the family's other faces in the order of their distance, for characters that the best lacks.
 */
function bestOf(family: readonly FontFace[], request: FontRequest): FontFace[] {
  const rank = (face: FontFace): number => (face.style === request.style ? 0 : 1e6) + weightDistance(request.weight, face.weight);
  return family
    .map((face, index) => ({ face, index, rank: rank(face) }))
    .sort((a, b) => a.rank - b.rank || b.index - a.index)
    .map(({ face }) => face);
}

/** CSS Fonts 4, 5.2, step 4: in which order weights are tried, as a number that grows. */
function weightDistance(wanted: number, weight: number): number {
  if (weight === wanted) return 0;
  const lighter = 1000 + (wanted - weight);
  const bolder = 1000 + (weight - wanted);
  const later = 10000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight > wanted && weight <= 500) return bolder;
    return weight < wanted ? later + lighter : 2 * later + bolder;
  }
  if (wanted < 400) return weight < wanted ? lighter : later + bolder;
  return weight > wanted ? bolder : later + lighter;
}
