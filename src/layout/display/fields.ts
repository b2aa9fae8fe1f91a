import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { Field } from '../../core/display.ts';
import { itemize } from '../../core/text/index.ts';
import { typed } from '../../core/text/typed.ts';
import type { FaceList, FontFace } from '../../core/text/types.ts';
import type { BlockBox, ComputedStyle } from '../types.ts';
import { onPage, type Place, rectOf } from './state.ts';

/** Between the edge of a field and its text: what programs that fill forms leave, pt. */
const INSET = 2;
/** A viewer draws other lines than kit does; so much narrower a text has to be. */
const SLACK = 0.98;

interface Taking {
  readonly facesFor?: (style: ComputedStyle) => FaceList;
  readonly report: (d: Diagnostic) => void;
}

/** Takes the fields of one document: those of one name are one, and hold the same. */
export function fieldTaker({ facesFor, report }: Taking): (place: Place, box: BlockBox) => Field | null {
  const values = new Map<string, string>();
  return (place, box) => {
    const field = facesFor ? fieldAt(place, box, facesFor, report) : null;
    if (!field) return null;
    const before = values.get(field.name);
    if (before !== undefined && before !== field.value) {
      const message = `The field “${field.name}” holds “${before}” at one place and “${field.value}” at another.`;
      const hint = 'Fields of one name are one: what is typed stands at all its places. Give this one a name of its own.';
      report(error('field-invalid', message, { span: box.source, hint }));
    }
    values.set(field.name, field.value);
    return field;
  };
}

/** A field as it stands on the page; null after a complaint. */
function fieldAt(
  place: Place,
  box: BlockBox,
  facesFor: (style: ComputedStyle) => FaceList,
  report: (d: Diagnostic) => void,
): Field | null {
  const { field: ask, style, source } = box;
  if (!ask) return null;
  const refuse = (message: string, hint: string): null => {
    report(error('field-invalid', message, { span: source, hint }));
    return null;
  };
  const { matrix } = place;
  if (matrix && (matrix[1] !== 0 || matrix[2] !== 0 || matrix[0] !== 1 || matrix[3] !== 1))
    return refuse(
      `The field “${ask.name}” is turned or scaled, which forms are not.`,
      'Move it by left and top, or by translate().',
    );
  const rect = onPage(place, rectOf(place));
  if (!rect || rect.width < 4 * INSET || rect.height < 2 * INSET)
    return refuse(`The field “${ask.name}” has no room on the page.`, 'Give it a width and a height in the stylesheet.');
  const face = faceOf(facesFor(style));
  if (!face)
    return refuse(
      `The field “${ask.name}” is in a font whose outlines forms do not take.`,
      'Use a font with TrueType outlines (.ttf) for fields.',
    );
  const strange = [...ask.value].find((character) => !typed(character) || !face.has(character.codePointAt(0) ?? 0));
  if (strange !== undefined)
    return refuse(
      `The field “${ask.name}” holds “${strange}”, which cannot be typed into it.`,
      'Forms take the letters of Western Europe. Leave the space blank to write by hand: profiles: [blank].',
    );
  const wide = widthOf(ask.value, face, box.lang);
  const room = { width: (rect.width - 2 * INSET) * SLACK, height: (face.ascent + face.descent) / face.unitsPerEm };
  const largest = Math.min(wide > 0 ? room.width / wide : Number.POSITIVE_INFINITY, rect.height / room.height);
  const { fit } = style;
  const size = fit ? Math.min(fit.max, largest) : style.fontSize;
  if (size > largest + 0.01 || (fit && size < fit.min - 0.01))
    return refuse(
      `“${ask.value || ask.name}” does not fit into its field.`,
      'Make the field wider or higher, or its type smaller; with -kit-fit programs choose the size themselves.',
    );
  const align =
    style.textAlign === 'center' ? 'center' : style.textAlign === 'right' || style.textAlign === 'end' ? 'right' : 'left';
  const node = ask.node;
  return { ...ask, node, box: rect, face, size, own: fit !== null, color: style.color, align };
}

/** Forms are typed in one font, with TrueType outlines. */
const faceOf = (faces: FaceList): FontFace | undefined => {
  const [face] = faces;
  // 'OTTO' is CFF (ISO/IEC 14496-22, 4.5.1).
  return face && face.bytes[0] !== 0x4f && !face.colored ? face : undefined;
};

/** For type of 1 pt. */
function widthOf(text: string, face: FontFace, lang: string): number {
  if (text === '') return 0;
  const { runs } = itemize(text, { faces: [face], features: ['-kern', '-liga'], lang, size: 1, direction: 'ltr' });
  return runs.reduce((sum, { run }) => sum + run.width / run.face.unitsPerEm, 0);
}
