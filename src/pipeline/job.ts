import type { Result } from '../core/diagnostics.ts';
import type { Job } from '../core/job.ts';
import type { FontRequest } from '../core/text/types.ts';
import { impose } from '../impose/index.ts';
import { layout } from '../layout/index.ts';
import { type PaintedFile, paint } from '../paint/index.ts';
import { renderJob } from '../render/index.ts';
import type { Desk } from './desk.ts';
import type { Stopwatch } from './stopwatch.ts';

/** For what is written on sheets: that is no design. */
const ANY_FONT: FontRequest = { families: [], weight: 400, style: 'normal' };

/** One job through four stages. With `toPaint` false nothing is painted: a check needs the complaints only. */
export async function makeJob(job: Job, toPaint: boolean, desk: Desk, watch: Stopwatch): Promise<Result<readonly PaintedFile[]>> {
  const rendered = watch.time('render', () => renderJob(job, desk.templates));
  if (!rendered.value) return { diagnostics: rendered.diagnostics };
  const html = rendered.value;
  const laid = await watch.timeAsync('layout', () => layout(html, job, desk.layout));
  const diagnostics = [...rendered.diagnostics, ...laid.diagnostics];
  if (!laid.value) return { diagnostics };
  if (!toPaint) return { value: [], diagnostics };
  const pages = laid.value;
  const imposition = watch.time('impose', () =>
    impose(pages.document, job.profile, { notice: job.notice, faces: desk.layout.fonts.match(ANY_FONT) }),
  );
  return { value: await watch.timeAsync('paint', () => paint(job, imposition, pages, desk.paint)), diagnostics };
}
