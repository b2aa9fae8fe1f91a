/** Codes of stylesheets, HTML and geometry: code → what it means and what to do, for the docs. */
export const LAYOUT_CODES = {
  'css-unsupported':
    'A property, value, selector or rule outside the documented subset of CSS (templates/CSS.md). It has no effect; the hint says what to use instead.',
  'css-syntax':
    'A stylesheet cannot be read here; what is marked is left out. Look for a brace, colon or semicolon that is missing.',
  'css-unknown-property': 'A property that CSS does not have. Perhaps it is misspelt; the hint names the nearest known one.',
  'css-value': 'A value that its property does not take; the declaration is left out. The hint shows what the property takes.',
  'css-variable':
    'A var() names a custom property that is not set on this element and gives no fallback, or custom properties go in circles. Set it on :root, or give a fallback.',
  'css-import': 'An @import. Stylesheets are named in template.yaml, in cascade order.',
  'font-family-undeclared':
    'A font family that no @font-face of the template set declares. Only fonts that come with the set are used: declare it, or leave it out.',
  'page-size-differs':
    '@page gives another size than the job. The size of a page comes from the piece in template.yaml; leave it out of @page, or write `auto`.',
  'html-attribute': 'An attribute that says nothing to kit. Perhaps it is misspelt.',
  'html-depth': 'Elements are nested too deep. Mostly some of them are not closed.',
  'html-duplicate-attribute': 'An attribute stands twice in one start tag; the first counts. Delete one.',
  'html-nesting':
    'An element stands where HTML does not allow it: a paragraph right in a table, a link in a link, a text of paragraphs in a <p>. The hint says where it belongs.',
  'html-refused':
    'An element or attribute that a page for print must not have (scripts, frames, forms, foreign documents). It is left out.',
  'html-stray-end-tag': 'An end tag that closes nothing. Delete it, or open the element before.',
  'html-unclosed': 'An element that is never closed. Write its end tag.',
  'html-unknown-element': 'An element that kit does not know. Perhaps it is misspelt.',
  'missing-alt': 'A picture without alt text. Say what it shows, or write alt="" if it is decoration.',
  'heading-skipped':
    'A heading skips a level (h1, then h3). Readers who jump from heading to heading lose their way, and PDF/UA forbids it. Use the next level, and give it the looks in the stylesheet.',
  'picture-no-source': 'An <img> without src, or a <qr-code> without value. Give it one.',
  'table-span': 'A colspan or rowspan that is not a whole number from 1 to 1000.',
  'font-broken':
    'A font file that cannot be used: cut short, none at all, or one whose licence forbids to embed it. TrueType, OpenType and web fonts work, variable ones too.',
  'missing-glyph':
    'No font of the template set has these characters, and no installed font package. The hint names the package to install, where there is one; or choose a font that has them, or other characters.',
  'font-feature-missing':
    'A style asks for an OpenType feature (small capitals, old-style figures, fractions …) that the font does not have. Choose a font that has it, or leave the property out.',
  'css-without-effect':
    'A declaration that does nothing where it stands: column-span on what is no child of a multi-column element, -kit-fit-group without -kit-fit.',
  'word-too-long':
    'A word is wider than the box that it stands in and has no place to be divided. Set it smaller, widen the box, or mark a place with &shy;.',
  'text-overflow':
    'A text does not fit into its box, at the smallest size that the stylesheet allows. Shorten it, give it a short form, or make the box larger.',
  'text-off-page': 'A text stands outside the trimmed page and would be cut off. Shorten it, or make room for it.',
  'text-near-edge':
    'A text or a QR code stands so near to the edge of the page that the knife may cut it: paper moves a little when it is cut. Keep 5 mm clear (on small pages 3 % of the shorter side, 3 mm at least), or say with `@page { -kit-safe: 3mm }` that less will do.',
  'contrast-low':
    'A text is too pale for what lies behind it (WCAG 2.2, 1.4.3, level AA: 4.5:1, or 3:1 from 18 pt on, in bold from 14 pt on). Plain colours and gradients are measured at their worst point; of pictures and drawings the worst 5 % are let go. Decoration (aria-hidden) is not asked.',
  'gaps-too-wide':
    'A justified line whose spaces are more than three times as wide as usual, since no word in it could be divided. Divide words, make the column wider, or do without `text-align: justify`.',
  'text-too-small':
    'A text is set in less than 6 pt, or a drawing’s text is printed in less than 5 pt. Shorten it, or give it more room.',
  'text-over-text': 'The letters of two paragraphs stand on each other. Make room for both, or shorten one.',
  'text-covered':
    'A box or a picture that is painted after a text hides a part of it. Move one of the two, or change their order.',
  'line-too-thin':
    'A line thinner than 0.25 pt, or a light line on dark thinner than 0.5 pt: printers do not hold it. Make it thicker.',
  'qr-too-small':
    'The modules of a QR code are so small that telephones will not read it from an office printer: 0.4 mm must be left when A3 and larger come out one size smaller (71 %), and the rest as “fit to page” (94 %). Make it larger, or its value shorter.',
  'qr-ground':
    'A QR code stands on something dark, or on a picture: scanners tell light from dark by it, quiet zone included. Lay something white behind it.',
  'qr-disturbed': 'Something stands in a QR code, or in the four modules of quiet zone around it (ISO/IEC 18004). Move it away.',
  'box-taller-than-page':
    'Something that cannot be broken over pages (a flex container, a picture, a box of fixed height) is taller than a page. Make it lower, or use block layout.',
  'page-count':
    'A piece has more pages than template.yaml allows it (`pages: 1`): its content ran over. The place is where the page too many begins. Shorten the texts, or make room in the stylesheet.',
  'too-many-pages': 'A document grows without end: mostly margins leave no room on the page, or a loop makes too much.',
  'bleed-missing':
    'In a file for a print shop, a ground or a picture ends at the cut, so that paper shows where the knife slips. Let it go on beyond the page by the profile’s bleed.',
  'ink-too-high':
    'A colour written in inks has more of them than the print profile’s paper takes. (What is written in RGB is kept within the limit by kit.)',
  'picture-url':
    'A picture url that leads elsewhere than to the template set, to the campaign (`campaign:images/a.jpg`) or to a small picture in the url itself.',
  'picture-kind': 'A file that is no picture kit reads: JPEG, PNG, WebP, GIF, TIFF, AVIF, SVG or PDF. Save it as one of these.',
  'picture-broken': 'A picture file that cannot be read to its end. Save it anew from the program that made it.',
  'pdf-broken':
    'A PDF that cannot be read: cut short, damaged, or with objects that refer to each other in a circle. Export it anew.',
  'pdf-encrypted': 'A PDF with a password or restrictions: its page cannot be taken out. Export it without.',
  'pdf-too-large': 'A PDF with more bytes, objects or pages than kit opens. Export the page alone.',
  'pdf-unsupported':
    'A PDF with something that its page would not look like itself without: PostScript, transfer functions, other files. Export it as PDF/X-4 or PDF/A-2.',
  'pdf-page': 'An address names a page that the PDF does not have (`art.pdf#page=3`).',
  'pdf-font':
    'A PDF with a font that is not embedded: it would come out in another. Export it with all fonts, or with its text as outlines.',
  'pdf-rgb':
    'A PDF with RGB colours in a file for a print shop. They are defined as sRGB, and turned into inks by the print shop: black text becomes four inks, and nobody has measured their total. Export it in CMYK, or put `art.press.pdf` beside it.',
  'pdf-claims-less':
    'A PDF whose page keeps less than PDF/A-2 asks, such as CMYK colours without a profile: the files that show it are made, but claim less. Export it for screens, or put a version for screens beside it (`art.screen.pdf`).',
  'picture-too-large':
    'A picture with more pixels than kit opens. Scale it down to the size that it is printed in, at 300 dots an inch.',
  'mark-contrast-low':
    'A logo that hardly stands out from what lies behind it, and no other version of it does. Give it one under `files:` (`reverse:` for dark grounds, `mono:` of one colour), or set it on a plain plate.',
  'mark-white-box':
    'A logo with a white ground of its own, on a ground that is not white. Use a file with a transparent ground, or set it on a white plate.',
  'mark-too-small': 'A logo printed lower than its owner allows (`min:` of the mark). Give it more room in the stylesheet.',
  'artwork-not-grey':
    'A PDF as artwork in a file for one ink, with something that kit cannot turn grey: a JPEG 2000, a gradient between many corners, blending by hue. Name a PDF in grey, an SVG or a picture of pixels in its place.',
  'turned-grey':
    'Something in colour in a file for one ink: it is printed grey. Two colours may become one grey, so give it black, white or a pattern.',
  'image-resolution-low':
    'A photograph or other picture of pixels with too few of them for its size on paper: under 150 dots an inch up to A4, under 100 on larger sheets. Use a larger file, or print it smaller.',
  'svg-unsupported':
    'Something in an SVG outside the subset that kit draws as vectors: the drawing would not look as it was made. Turn text into outlines, draw with plain shapes, or use a PNG.',
  'svg-invalid':
    'Something in an SVG that is not SVG: a value, a path, a reference that leads nowhere. Export the drawing anew, as plain SVG.',
  'svg-too-large': 'An SVG with more elements or shapes than kit draws. Simplify it, or use a JPEG or PNG.',
  'qr-too-long': 'A value that no QR code of a size for print can hold. Shorten it; a short link is easier to scan, too.',
  'background-too-fine':
    'A background image repeated so often that the page would have thousands of copies. Make the tile larger.',
  'field-invalid':
    'An element with data-field that cannot become a field of a form: without aria-label, in a line of text, turned, without room, or with letters that cannot be typed into it.',
  'short-form-unused':
    'A <short-form> in an element without -kit-fit: it is never shown. Give the element -kit-fit, or delete the short form.',
} as const;
