import type { Field } from '../../core/display.ts';
import type { Rect, Size } from '../../core/geometry.ts';
import { typed } from '../../core/text/typed.ts';
import { fillOperator } from './color.ts';
import { typingFont } from './fonts/typing.ts';
import { num, ref, textString } from './syntax.ts';
import type { Objects, Resource } from './writer.ts';

/** Between the edge of a field and its text: what programs that fill forms leave. */
const INSET = 2;

/** The form of one file (ISO 32000-1, 12.7): fields of one name are one field, shown at several places. */
export interface Form {
  /**
   * A field's widget; gives its number.
   *
   * @param area in PDF coordinates: y upwards, `y` the lower edge
   * @param structParent ties the widget to the structure, once its number is known
   */
  add(objects: Objects, field: Field, area: Rect, page: number, structParent: (id: number) => number): number;
  /** Writes what widgets have in common; the catalog's entry, null where there are none. */
  finish(objects: Objects): string | null;
}

const QUADDING = { left: 0, center: 1, right: 2 } as const;

export function openForm(): Form {
  const fields = new Map<string, { readonly id: number; readonly first: Field; readonly kids: number[] }>();
  const fonts = new Map<string, number>();
  return {
    add(objects, field, area, page, structParent) {
      const known = fields.get(field.name) ?? { id: objects.reserve(), first: field, kids: [] };
      fields.set(field.name, known);
      const font = typingFont(field.face);
      const fontId = objects.idOf(font.resource);
      fonts.set(font.name, fontId);
      const id = objects.reserve();
      known.kids.push(id);
      const rect = [area.x, area.y, area.x + area.width, area.y + area.height].map(num).join(' ');
      const looks = looksOf(field, area).emit(objects);
      const da = `/${font.name} ${field.own ? 0 : num(field.size)} Tf ${fillOperator(field.color)}`;
      objects.fill(
        id,
        `<</Type/Annot/Subtype/Widget/Parent ${ref(known.id)}/Rect[${rect}]/F 4/P ${ref(page)}/TU${textString(field.label)}` +
          `/DA(${da})/Q ${QUADDING[field.align]}/AP<</N ${ref(looks)}>>/StructParent ${structParent(id)}>>`,
      );
      return id;
    },
    finish(objects) {
      if (fields.size === 0) return null;
      for (const [name, { id, first, kids }] of fields) {
        const value = textString(first.value);
        objects.fill(
          id,
          `<</FT/Tx/T${textString(name)}/TU${textString(first.label)}/V${value}/DV${value}/MaxLen ${first.max}/Kids[${kids.map(ref).join(' ')}]>>`,
        );
      }
      const all = [...fonts].map(([name, id]) => `/${name} ${ref(id)}`).join('');
      const [first = ''] = fonts.keys();
      return `<</Fields[${[...fields.values()].map(({ id }) => ref(id)).join(' ')}]/DR<</Font<<${all}>>>>/DA(/${first} 0 Tf 0 g)>>`;
    },
  };
}

/** What a field shows, as a form of its own, its lower left corner at the origin. */
export const looksOf = (field: Field, { width, height }: Size): Resource => ({
  category: 'XObject',
  emit(objects) {
    const { name, resource } = typingFont(field.face);
    return objects.add(
      `<</Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]/Resources<</Font<</${name} ${ref(objects.idOf(resource))}>>>>>>`,
      Buffer.from(appearance(field, { width, height }), 'latin1'),
    );
  },
});

/** A field's text as a viewer sets it: one line, in the middle of its height. */
function appearance({ value, face, size, color, align }: Field, { width, height }: Size): string {
  if (value === '') return '/Tx BMC EMC';
  const font = typingFont(face);
  const codes = [...value].flatMap((character) => typed(character) ?? []);
  const long = codes.reduce((sum, code) => sum + font.width(code), 0) * (size / 1000);
  const x = align === 'center' ? (width - long) / 2 : align === 'right' ? width - INSET - long : INSET;
  const [ascent, descent] = [face.ascent, face.descent].map((n) => (n * size) / face.unitsPerEm) as [number, number];
  const y = (height - ascent - descent) / 2 + descent;
  const clip = `0 0 ${num(width)} ${num(height)} re W n`;
  const text = `BT /${font.name} ${num(size)} Tf ${fillOperator(color)} ${num(x)} ${num(y)} Td <${Buffer.from(codes).toString('hex')}> Tj ET`;
  return `/Tx BMC q ${clip} ${text} Q EMC`;
}
