#!/usr/bin/env bash
# Draws the PDFs of this folder again, one a producer. Their bytes differ from release to release of the programs: look at them before committing.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Cairo, through poppler: a drawing with text, a gradient, a faded shape, clipping.
cat >"$work/drawing.ps" <<'PS'
%!PS-Adobe-3.0
<< /PageSize [300 200] >> setpagedevice
1 0.93 0.53 setrgbcolor 0 0 300 200 rectfill
0 0.6 0.3 setrgbcolor 20 60 120 120 rectfill
gsave 220 90 60 0 360 arc clip 0.8 0 0.2 setrgbcolor 150 90 100 70 rectfill grestore
0.5 .setfillconstantalpha 0 setgray 90 50 90 60 rectfill 1 setgray 120 40 20 100 rectfill 1 .setfillconstantalpha
/Times-Roman findfont 28 scalefont setfont 0 setgray 24 15 moveto (Cairo via poppler) show
showpage
PS
gs -q -dBATCH -dNOPAUSE -dALLOWPSTRANSPARENCY -sDEVICE=pdfwrite -sOutputFile="$work/drawing.pdf" "$work/drawing.ps"
pdftocairo -pdf "$work/drawing.pdf" cairo.pdf

# Ghostscript: two pages, the second turned, with a trim box, spot and CMYK colours.
cat >"$work/art.ps" <<'PS'
%!PS-Adobe-3.0
<< /PageSize [300 200] >> setpagedevice
/Helvetica findfont 30 scalefont setfont
1 0.9 0.5 setrgbcolor 0 0 300 200 rectfill
0.1 0.3 0.7 setrgbcolor 30 30 moveto 150 170 lineto 270 30 lineto closepath fill
0 setgray 40 8 moveto (Ghostscript) show
gsave 200 120 80 60 rectclip
<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [200 120 280 180] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0.7 0.3] /C1 [0 0.3 0.7] /N 1 >> >> shfill
grestore
showpage
[ /TrimBox [20 20 280 180] /Rotate 90 /PAGE pdfmark
0 0.2 0.9 0 setcmykcolor 0 0 300 200 rectfill
[/Separation (Varm) /DeviceCMYK {dup 0 exch 0.8 mul 3 -1 roll 0.9 mul 0}] setcolorspace 1 setcolor 40 40 100 100 rectfill
0 0 0 1 setcmykcolor 150 60 moveto 270 60 lineto 210 160 lineto closepath fill
showpage
PS
gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dCompatibilityLevel=1.6 -dEmbedAllFonts=true -dSubsetFonts=true -sOutputFile=ghostscript.pdf -c "<< /NeverEmbed [] >> setdistillerparams" -f "$work/art.ps"

# A font that is left out of the file.
gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -sOutputFile=unembedded.pdf -c '<< /PageSize [200 60] >> setpagedevice /Helvetica findfont 30 scalefont setfont 10 20 moveto (Borrowed) show showpage'

# LibreOffice: a tagged page of text with a table.
cat >"$work/libreoffice.html" <<'HTML'
<html lang="da"><head><meta charset="utf-8"></head><body><h1>Fællesspisning</h1><p>Kom som du er, og tag en ret med.</p>
<table border="1"><tr><td bgcolor="#ffcc00">Torsdag</td><td>17.30</td></tr></table></body></html>
HTML
soffice --headless --convert-to 'pdf:writer_web_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' --outdir "$work" "$work/libreoffice.html" >/dev/null
cp "$work/libreoffice.pdf" libreoffice.pdf
ls -l ./*.pdf
