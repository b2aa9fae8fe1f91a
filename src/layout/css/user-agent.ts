/**
 * What elements look like before a template says anything: as in browsers (HTML, 15.3), so that a page looks the same here and there.
 * Left out: quirks of monospace sizes, and headings in sections.
 */
export const USER_AGENT = `
html, body, main, section, article, aside, header, footer, nav, hgroup, h1, h2, h3, h4, h5, h6, address, div, p, blockquote, figure,
figcaption, hr, pre, ul, ol, dl, dt, dd { display: block }
head, title, meta, style, template, [hidden] { display: none }
[dir="rtl"] { direction: rtl }
[dir="ltr"] { direction: ltr }
[dir], bdi { unicode-bidi: isolate }
bdo, bdo[dir] { unicode-bidi: isolate-override }
body { margin: 8px }
p, dl { margin: 1em 0 }
blockquote, figure { margin: 1em 40px }
h1 { font-size: 2em; margin: 0.67em 0 }
h2 { font-size: 1.5em; margin: 0.83em 0 }
h3 { font-size: 1.17em; margin: 1em 0 }
h4 { margin: 1.33em 0 }
h5 { font-size: 0.83em; margin: 1.67em 0 }
h6 { font-size: 0.67em; margin: 2.33em 0 }
h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid }
hr { border: 1px solid gray; margin: 0.5em auto; color: gray }
ul, ol { margin: 1em 0; padding-inline-start: 40px }
ul { list-style-type: disc }
ol { list-style-type: decimal }
ul ul, ol ul { list-style-type: circle }
ul ul ul, ul ol ul, ol ul ul, ol ol ul { list-style-type: square }
ul ul, ul ol, ol ul, ol ol { margin: 0 }
ol[type="a"] { list-style-type: lower-alpha }
ol[type="A"] { list-style-type: upper-alpha }
ol[type="i"] { list-style-type: lower-roman }
ol[type="I"] { list-style-type: upper-roman }
li { display: list-item }
dd { margin-inline-start: 40px }
pre { white-space: pre; margin: 1em 0 }
pre, code, kbd, samp { font-family: monospace }
address, cite, dfn, em, i, var { font-style: italic }
b, strong { font-weight: bolder }
small { font-size: smaller }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
u, ins { text-decoration: underline }
s, del { text-decoration: line-through }
mark { background-color: yellow; color: black }
a[href] { color: #0000ee; text-decoration: underline }
q::before { content: open-quote }
q::after { content: close-quote }
table { display: table; box-sizing: border-box; border-spacing: 2px; border-collapse: separate; text-indent: 0 }
caption { display: table-caption; text-align: center }
thead { display: table-header-group; break-inside: avoid }
tbody { display: table-row-group }
tfoot { display: table-footer-group; break-inside: avoid }
tr { display: table-row }
td, th { display: table-cell; padding: 1px }
thead, tbody, tfoot, tr { vertical-align: middle }
tr, td, th { vertical-align: inherit }
th { font-weight: bold; text-align: -internal-center }
svg { overflow: hidden }
@page {
  @top-left-corner { text-align: right; vertical-align: middle }
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @top-right-corner { text-align: left; vertical-align: middle }
  @left-top { text-align: center; vertical-align: top }
  @left-middle { text-align: center; vertical-align: middle }
  @left-bottom { text-align: center; vertical-align: bottom }
  @right-top { text-align: center; vertical-align: top }
  @right-middle { text-align: center; vertical-align: middle }
  @right-bottom { text-align: center; vertical-align: bottom }
  @bottom-left-corner { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
  @bottom-right-corner { text-align: left; vertical-align: middle }
}
`;
