/** A PDF of objects written by hand, numbered from 1; the first is the catalog. An object with `stream` gets its Length. */
export function handPdf(
  objects: readonly (string | { readonly dict: string; readonly stream: string | Uint8Array })[],
  trailer = '',
): Uint8Array {
  const chunks: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  const size = (): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const offsets = objects.map((object, i) => {
    const at = size();
    if (typeof object === 'string') chunks.push(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`, 'latin1'));
    else {
      const data = typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : object.stream;
      chunks.push(
        Buffer.from(`${i + 1} 0 obj\n<<${object.dict}/Length ${data.length}>>\nstream\n`, 'latin1'),
        data,
        Buffer.from('\nendstream\nendobj\n'),
      );
    }
    return at;
  });
  const start = size();
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  chunks.push(Buffer.from(`${head}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** One page. `page`: further entries of its dictionary; `more`: objects from number 5 on. */
export const handPage = (
  content: string,
  { page = '', resources = '', more = [] as Parameters<typeof handPdf>[0], catalog = '', pages = '', trailer = '' } = {},
): Uint8Array =>
  handPdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 100 60]/Resources<<${resources}>>${pages}>>`,
      `<</Type/Page/Parent 2 0 R/Contents 4 0 R${page}>>`,
      { dict: '', stream: content },
      ...more,
    ],
    trailer,
  );
