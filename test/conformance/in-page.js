// Runs inside the browser, so it is text to us and plain JavaScript: `measureInPage()` gives a PageMeasure (measure.ts).
/** Runs in the page: boxes of all elements that make one, and the lines of every text node. Lengths in px. */
function measureInPage() {
  const boxes = [];
  const lines = [];
  const name = (el) =>
    `${el.tagName.toLowerCase()}${el.id ? `#${el.id}` : ''}${el.getAttribute('class') ? `.${el.getAttribute('class')?.split(/\s+/).join('.')}` : ''}`;
  const skipped = new Set(['STYLE', 'SCRIPT', 'BR', 'WBR', 'HEAD', 'TITLE', 'META']);
  let index = 0;
  const walk = (node) => {
    if (node instanceof Element) {
      if (skipped.has(node.tagName)) return;
      const style = getComputedStyle(node);
      if (style.display === 'none') return;
      const at = index++;
      const replaced = node.tagName === 'IMG';
      if (style.display !== 'inline' || replaced) {
        const r = node.getBoundingClientRect();
        boxes.push({ name: `${at} ${name(node)}`, x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height });
      }
      for (const child of node.childNodes) walk(child);
      return;
    }
    if (!(node instanceof Text)) return;
    const range = document.createRange();
    let current = null;
    const flush = () => {
      if (current && current.text.trim() !== '') lines.push({ text: current.text.trim(), x: current.x, y: current.y });
      current = null;
    };
    // Letters' order on a line is the paragraph's affair: an inline box that only says `direction` changes nothing, one with `dir` does.
    let block = node.parentElement;
    while (block && getComputedStyle(block).display === 'inline' && getComputedStyle(block).unicodeBidi === 'normal')
      block = block.parentElement;
    const rtl = block ? getComputedStyle(block).direction === 'rtl' : false;
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      // After a soft hyphen the range has a box for the hyphen too: the last one is the character itself.
      const rect = [...range.getClientRects()].filter((r) => r.width > 0).at(-1) ?? null;
      const character = node.data[i] ?? '';
      if (!rect || character === '\u00AD') continue;
      const blank = /^[ \n\t]$/.test(character);
      if (blank) {
        if (current) current.text += ' ';
        continue;
      }
      const wrapped =
        current !== null &&
        // Up again: the next column.
        (rect.bottom + scrollY < current.y + 1 ||
          (rtl
            ? rect.top + scrollY > current.y + rect.height * 0.5
            : rect.left + scrollX < current.right - 2 || rect.top + scrollY > current.y + rect.height));
      if (!current || wrapped) {
        flush();
        current = { text: '', x: rect.left + scrollX, y: rect.top + scrollY, right: 0 };
      }
      current.text += character;
      current.x = Math.min(current.x, rect.left + scrollX);
      current.right = rect.right + scrollX;
    }
    flush();
  };
  walk(document.body);
  return { boxes, lines };
}

/** The same for one body after the other, in one page: much faster than a page each. */
// biome-ignore lint/correctness/noUnusedVariables: the page that this is read into calls it.
async function measureBodies(bodies) {
  const measured = [];
  for (const body of bodies) {
    document.body.innerHTML = body;
    await Promise.all([...document.images].map((image) => image.decode()));
    measured.push(measureInPage());
  }
  return measured;
}
