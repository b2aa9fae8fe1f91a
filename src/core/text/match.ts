import type { Diagnostic, Result } from '../diagnostics.ts';
import { isVariable, openFace } from './face.ts';
import type { FallbackFonts } from './fallback/installed.ts';
import type { FaceList, FontBook, FontDeclaration, FontFace, FontRequest } from './types.ts';
import { weightDistance } from './weights.ts';

/** One declared font; a variable one is a face of its own at each weight. */
interface Member {
  readonly face: FontFace;
  readonly declaration: FontDeclaration;
  readonly variable: boolean;
}

/**
 * Opens the fonts of one template set. A file that is broken is left out and reported; the book holds the others.
 * @param fallback where characters are looked for that none of these fonts has
 */
export function openFonts(declarations: readonly FontDeclaration[], fallback?: FallbackFonts): Result<FontBook> {
  const diagnostics: Diagnostic[] = [];
  const members: Member[] = [];
  for (const declaration of declarations) {
    const face = openFace(declaration);
    if ('severity' in face) diagnostics.push(face);
    else if (!members.some((member) => member.face === face))
      members.push({ face, declaration, variable: isVariable(declaration) });
  }
  return { value: bookOf(members, fallback), diagnostics };
}

function bookOf(members: readonly Member[], fallback: FallbackFonts | undefined): FontBook {
  const families = new Map<string, Member[]>();
  for (const member of members) {
    const name = member.face.family.toLowerCase();
    families.set(name, [...(families.get(name) ?? []), member]);
  }
  const memo = new Map<string, FaceList>();
  return {
    faces: members.map(({ face }) => face),
    match(request) {
      const key = `${request.weight} ${request.style} ${request.variations?.join(' ') ?? ''}\n${request.families.join('\n')}`;
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
function bestOf(family: readonly Member[], request: FontRequest): FontFace[] {
  const rank = ({ declaration, face }: Member): number =>
    (face.style === request.style ? 0 : 1e6) + weightDistance(request.weight, nearestWeight(declaration, request.weight));
  return family
    .map((member, index) => ({ member, index, rank: rank(member) }))
    .sort((a, b) => a.rank - b.rank || b.index - a.index)
    .map(({ member }) => faceFor(member, request));
}

const nearestWeight = ({ weight, weights }: FontDeclaration, wanted: number): number =>
  weights ? Math.min(weights[1], Math.max(weights[0], wanted)) : weight;

function faceFor({ face, declaration, variable }: Member, request: FontRequest): FontFace {
  if (!variable) return face;
  const opened = openFace({ ...declaration, weight: nearestWeight(declaration, request.weight) }, request.variations);
  return 'severity' in opened ? face : opened;
}

function withFallback(faces: readonly FontFace[], request: FontRequest, fallback: FallbackFonts): FaceList {
  const generic = request.families.findLast((name) => name === 'serif' || name === 'sans-serif');
  const serif = generic ? generic === 'serif' : (faces[0]?.serif ?? false);
  return Object.assign([...faces], {
    fallback: { find: (unset) => fallback.find({ ...unset, serif }, request) } satisfies FaceList['fallback'],
  });
}
