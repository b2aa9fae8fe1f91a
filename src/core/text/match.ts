import type { Diagnostic, Result } from '../diagnostics.ts';
import { openFace } from './face.ts';
import type { FallbackFonts } from './fallback/installed.ts';
import type { FaceList, FontBook, FontDeclaration, FontFace, FontRequest } from './types.ts';
import { weightDistance } from './weights.ts';

/**
 * Opens the fonts of one template set. A file that is broken is left out and reported; the book holds the others.
 * @param fallback where characters are looked for that none of these fonts has
 */
export function openFonts(declarations: readonly FontDeclaration[], fallback?: FallbackFonts): Result<FontBook> {
  const diagnostics: Diagnostic[] = [];
  const faces: FontFace[] = [];
  for (const declaration of declarations) {
    const opened = openFace(declaration);
    if ('severity' in opened) diagnostics.push(opened);
    else if (!faces.includes(opened)) faces.push(opened);
  }
  return { value: bookOf(faces, fallback), diagnostics };
}

function bookOf(faces: readonly FontFace[], fallback: FallbackFonts | undefined): FontBook {
  const families = new Map<string, FontFace[]>();
  for (const face of faces) {
    const name = face.family.toLowerCase();
    families.set(name, [...(families.get(name) ?? []), face]);
  }
  const memo = new Map<string, FaceList>();
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
      const own = order.flatMap((name) => bestOf(families.get(name) ?? [], request));
      const found = fallback ? withFallback(own, request, fallback) : own;
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

function withFallback(faces: readonly FontFace[], request: FontRequest, fallback: FallbackFonts): FaceList {
  const generic = request.families.findLast((name) => name === 'serif' || name === 'sans-serif');
  const serif = generic ? generic === 'serif' : (faces[0]?.serif ?? false);
  return Object.assign([...faces], {
    fallback: { find: (unset) => fallback.find({ ...unset, serif }, request) } satisfies FaceList['fallback'],
  });
}
