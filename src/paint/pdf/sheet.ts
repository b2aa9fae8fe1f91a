import { BLACK } from '../../core/color.ts';
import type { Link, Page } from '../../core/display.ts';
import type { Matrix, Rect, Size } from '../../core/geometry.ts';
import { apply } from '../../core/geometry.ts';
import type { Mark, Placement, Sheet } from '../../core/sheet.ts';
import { linkAnnotation } from './annotations.ts';
import { type Canvas, openCanvas } from './canvas.ts';
import { type Form, looksOf } from './fields.ts';
import { separation } from './inks.ts';
import { type Drawing, pageForm, paintItems } from './items.ts';
import { transformed } from './paths.ts';
import { num, ref } from './syntax.ts';
import type { Resource, Writer } from './writer.ts';

/** A sheet in the file. */
export interface PaintedSheet {
  /** Of its page object. */
  readonly id: number;
  readonly height: number;
  /** The pages that lie on it, and how. */
  readonly transforms: ReadonlyMap<Page, Matrix>;
}

/** Paints one sheet as one page of the file. @param form null: what fields hold is drawn on the page */
export function paintSheet(writer: Writer, drawing: Drawing, sheet: Sheet, tagged: boolean, form: Form | null): PaintedSheet {
  const { media } = sheet;
  const id = writer.beginPage(media);
  const press = drawing.inks.space === 'DeviceCMYK';
  const page = tagged ? drawing.tagging.page(id, media.height) : null;
  const canvas = openCanvas(drawing, page?.marks ?? null);
  for (const placement of [...sheet.placements, ...(sheet.miniatures ?? [])])
    paintPlacement(canvas, drawing, placement, media, tagged || press);
  paintMarks(canvas, sheet.marks);
  if (sheet.notes) paintItems(canvas, drawing, sheet.notes);
  if (!form) for (const placement of sheet.placements) paintFields(canvas, placement);
  const content = canvas.close();
  // PDF/X-4 has no annotations on the page.
  const annotations = press ? [] : sheet.placements.flatMap((placement) => linksOf(writer, drawing, placement, media, tagged));
  if (tagged && form)
    for (const { page: placed, transform } of sheet.placements)
      for (const field of placed.fields ?? []) {
        const area = areaOf(transformed(transform, field.box), media);
        annotations.push(form.add(writer, field, area, id, (widget) => drawing.tagging.link(field, widget)));
      }
  const box = (area: Rect | undefined): string | undefined => area && `[${corners(area, media).join(' ')}]`;
  const entries: Record<string, string> = { MediaBox: `[0 0 ${num(media.width)} ${num(media.height)}]` };
  const crop = box(sheet.crop);
  const bleed = box(sheet.bleed);
  const trim = box(sheet.trim);
  if (crop) entries.CropBox = crop;
  if (bleed) entries.BleedBox = bleed;
  if (trim) entries.TrimBox = trim;
  if (press) entries.Group = '<</S/Transparency/I true/CS/DeviceCMYK>>';
  if (annotations.length > 0) entries.Annots = `[${annotations.map(ref).join(' ')}]`;
  if (page) entries.StructParents = String(page.structParents);
  // PDF/UA wants the tab order of pages with annotations to be the structure's.
  if (tagged) entries.Tabs = '/S';
  writer.endPage({
    media,
    entries,
    resources: canvas.resources(writer),
    // From here on y grows downwards from the top.
    content: `1 0 0 -1 0 ${num(media.height)} cm\n${content}`,
  });
  return {
    id,
    height: media.height,
    transforms: new Map(sheet.placements.map(({ page: placed, transform }) => [placed, transform])),
  };
}

function paintFields(canvas: Canvas, { page, transform }: Placement): void {
  for (const field of page.fields ?? []) {
    const box = transformed(transform, field.box);
    canvas.mark(null);
    canvas.save();
    canvas.alpha(1);
    canvas.transform([1, 0, 0, -1, box.x, box.y + box.height]);
    canvas.use(looksOf(field, box), 'Do');
    canvas.restore();
  }
}

/** @param direct its content stands in the sheet's own stream; else pages are forms, drawn once a file */
function paintPlacement(
  canvas: Canvas,
  drawing: Drawing,
  { page, transform, clip }: Placement,
  media: Size,
  direct: boolean,
): void {
  const shown = transformed(transform, clip);
  const whole = shown.x <= 0 && shown.y <= 0 && shown.x + shown.width >= media.width && shown.y + shown.height >= media.height;
  const moved = transform.some((value, i) => value !== [1, 0, 0, 1, 0, 0][i]);
  if (!whole || moved) canvas.save();
  if (moved) canvas.transform(transform);
  if (!whole) canvas.write(`${num(clip.x)} ${num(clip.y)} ${num(clip.width)} ${num(clip.height)} re W n\n`);
  if (direct) paintItems(canvas, drawing, page.items);
  else {
    const form = pageForm(drawing, page.items);
    canvas.alpha(1);
    if (form) canvas.use(form, 'Do');
  }
  if (!whole || moved) canvas.restore();
}

/** Registration black under an RGB intent is black; on plates it is the colour that all of them have. */
function paintMarks(canvas: Canvas, marks: readonly Mark[]): void {
  for (const { x1, y1, x2, y2, width } of marks) {
    canvas.mark(null);
    canvas.stroke({ color: BLACK, width });
    if (canvas.inks.space === 'DeviceCMYK') canvas.strokeInk(REGISTRATION, 1);
    canvas.write(`${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S\n`);
  }
}

/** ISO 32000-1, 8.6.6.4: the colorant All. */
const REGISTRATION: Resource = {
  category: 'ColorSpace',
  emit: (objects) => objects.add(separation('All', [1, 1, 1, 1])),
};

function linksOf(writer: Writer, drawing: Drawing, { page, transform, clip }: Placement, media: Size, tagged: boolean): number[] {
  // A part of a page has those links that it shows wholly.
  const links = page.items.filter((item): item is Link => item.kind === 'link' && (tagged || holds(clip, item.box)));
  return links.map((link) => {
    const area = areaOf(transformed(transform, link.box), media);
    if (!tagged) return writer.add(linkAnnotation(link, area, null));
    const id = writer.reserve();
    writer.fill(id, linkAnnotation(link, area, drawing.tagging.link(link, id)));
    return id;
  });
}

function areaOf(box: Rect, media: Size): Rect {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = corners(box, media).map(Number);
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

const holds = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** A rectangle as PDF has it: lower left and upper right corner, y upwards. */
function corners({ x, y, width, height }: Rect, media: Size): string[] {
  return [x, media.height - y - height, x + width, media.height - y].map(num);
}

/** Where a height in page coordinates lies on its sheet, in PDF's. */
export function heightOnSheet(sheet: PaintedSheet, page: Page, y: number): number {
  const transform = sheet.transforms.get(page);
  return sheet.height - (transform ? apply(transform, { x: 0, y }).y : y);
}
