import { isRefusal, type World } from '../../world.ts';
import { covers } from '../covers.ts';
import { openFace } from '../face.ts';
import type { FontFace, FontRequest } from '../types.ts';
import { weightDistance } from '../weights.ts';
import { ALL_PACKAGES, packagesFor, packageToInstall, type Wanted } from './packages.ts';

/** A cluster of characters that no font of the set has. */
export interface Unset extends Omit<Wanted, 'codePoint'> {
  readonly codePoints: readonly number[];
}

/** Fonts beyond those of the template set: optional packages, opened when a text needs one. */
export interface FallbackFonts {
  /** A face that has all of the cluster's characters; else the package that would have them; null: none is known to. */
  find(unset: Unset, request: FontRequest): FontFace | { readonly install: string } | null;
}

interface InstalledFont {
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly path: string;
}

/** '700Bold_Italic' */
const FOLDER = /^([1-9]00)[A-Za-z]+?(_Italic)?$/;

function fontsIn(name: string, world: World): readonly InstalledFont[] | null {
  const root = world.installed(name)?.folder;
  if (root === undefined) return null;
  return world.list(root).flatMap((folder) => {
    const match = FOLDER.exec(folder);
    const file = match && world.list(`${root}/${folder}`).find((each) => /\.(ttf|otf)$/.test(each));
    if (!file) return [];
    return [{ weight: Number(match[1]), style: match[2] ? 'italic' : 'normal', path: `${root}/${folder}/${file}` }];
  });
}

export function openFallback(world: World): FallbackFonts {
  const packages = new Map<string, readonly InstalledFont[] | null>();
  const faces = new Map<string, FontFace | null>();

  const inPackage = (name: string): readonly InstalledFont[] | null => {
    const known = packages.get(name);
    if (known !== undefined) return known;
    const found = fontsIn(name, world);
    packages.set(name, found);
    return found;
  };
  const open = ({ path, weight, style }: InstalledFont, name: string): FontFace | null => {
    const known = faces.get(path);
    if (known !== undefined) return known;
    const bytes = world.read(path);
    const opened =
      bytes === null || isRefusal(bytes)
        ? null
        : openFace({ family: name.replace(/^.*\//, ''), weight, style, bytes, file: path });
    const face = opened && !('severity' in opened) ? opened : null;
    faces.set(path, face);
    return face;
  };
  const nearest = (fonts: readonly InstalledFont[], request: FontRequest): InstalledFont | undefined => {
    const rank = (font: InstalledFont): number =>
      (font.style === request.style ? 0 : 1e6) + weightDistance(request.weight, font.weight);
    return [...fonts].sort((a, b) => rank(a) - rank(b))[0];
  };

  return {
    find({ codePoints, ...rest }, request) {
      const wanted: Wanted = { ...rest, codePoint: codePoints[0] ?? 0 };
      for (const name of packagesFor(wanted)) {
        const fonts = inPackage(name);
        const font = fonts && nearest(fonts, request);
        const face = font && open(font, name);
        if (face && codePoints.every((codePoint) => covers(face, codePoint))) return face;
      }
      const install = packageToInstall(wanted, (name) => inPackage(name) !== null);
      return install === null ? null : { install };
    },
  };
}

/** Which of the optional packages are installed, and in which version: an input of every build, whether a text comes to need them or not. */
export function installedPackages(world: World): readonly string[] {
  return ALL_PACKAGES.flatMap((name) => {
    const found = world.installed(name);
    return found ? [`${name} ${found.version}`] : [];
  });
}
