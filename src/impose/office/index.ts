import type { Document } from '../../core/display.ts';
import { mm, type Pt } from '../../core/geometry.ts';
import type { Imposition, Sheet, Stock } from '../../core/sheet.ts';
import { gridOf } from '../../core/sheets/grid.ts';
import { tilingOf } from '../../core/sheets/tiling.ts';
import type { FontFace } from '../../core/text/types.ts';
import { nUp } from './n-up.ts';
import { lineOfText } from './text.ts';
import { tile } from './tiles.ts';

/** Size of the line that says that this is a draft. */
const NOTICE: Pt = 7;
const STRIP: Pt = mm(3);

/** Pages → an office printer's sheets. Never larger than drawn; made smaller to stay inside the printer's margins. */
export function imposeForOffice(
  document: Document,
  stock: Stock,
  notice: string | undefined,
  faces: readonly FontFace[],
): Imposition {
  const [first] = document.pages;
  const grid = first && gridOf(first.boxes.trim, stock, notice === undefined ? 0 : STRIP);
  const tiling = first && !grid ? tilingOf(first.boxes.trim, stock) : null;
  const sheets = grid ? nUp(document, grid, stock) : tiling ? tile(document, tiling, faces) : [];
  const duplex = grid && document.pages.length > 1 ? stock.duplex : 'none';
  return {
    document,
    sheets: notice === undefined ? sheets : sheets.map((sheet) => noted(sheet, notice, stock, faces)),
    printing: { duplex },
  };
}

/** What the pages say outside their trim, they say on the sheet: in its lower left corner, inside the printer's margin. */
function noted(sheet: Sheet, notice: string, { margin }: Stock, faces: readonly FontFace[]): Sheet {
  const at = { x: margin + mm(1), y: sheet.media.height - margin - mm(0.6) };
  return { ...sheet, notes: [...(sheet.notes ?? []), ...lineOfText(notice, at, NOTICE, faces)] };
}
