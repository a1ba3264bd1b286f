# ruff: noqa: E501 - a rule of a style sheet reads best in one line
"""Style sheets of the printed pages."""

_COMMON = """
.break { break-after: page } .list { margin: 6px 0 }
.item, .part { display: flex; gap: 8px; margin: 3px 0 } .part { margin-left: 26px } .m { min-width: 18px; flex: none }
h1, h2, h3, h4, .boxtitle { break-after: avoid } thead { display: table-header-group }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 8px 0 }
td, th { vertical-align: top; text-align: left; padding: 4px 6px; overflow-wrap: break-word }
.toc { display: flex; justify-content: space-between; margin: 3px 0 }
"""
MAGAZINE = (
    _COMMON
    + """
body { font: 11.4pt/1.55 'Liberation Sans'; color: #222 }
.cols { columns: 2; column-gap: 9mm; text-align: justify; hyphens: auto }
.cover { height: 250mm; background: #0b5a6b; color: white; padding: 50mm 14mm 0; box-sizing: border-box;
  text-align: left }
.c0 { font-size: 42pt; font-weight: bold; margin: 0 } .c1 { font-size: 20pt } .c2 { font-size: 13pt } .imprint { margin-top: 80mm }
h1 { font-size: 21pt; color: #0b5a6b; border-bottom: 2px solid #d8a31a; margin: 22px 0 10px; text-align: left }
h2 { font-size: 12pt; color: #0b5a6b; text-align: left }
.box { background: #fdf3d7; border-radius: 6px; padding: 8px 10px; margin: 10px 0; break-inside: avoid; text-align: left }
.boxtitle { font-weight: bold; color: #8a6100; margin: 0 0 4px }
"""
)
SITE = (
    _COMMON
    + """
body { font: 12.5pt/1.6 'Liberation Sans'; color: #0b0c0c } .cover { border-top: 8px solid #1d70b8; padding-top: 8px }
.break { break-after: auto; height: 14px } .c0 { font-size: 26pt; font-weight: bold; margin: 6px 0; line-height: 1.15 }
h1 { font-size: 18pt; margin-top: 26px } h2 { font-size: 14pt } h3 { font-size: 12pt }
.contents { border-left: 4px solid #b1b4b6; padding-left: 12px } .toctitle { font-weight: bold } .toc { color: #1d70b8; text-decoration: underline }
.box { border-left: 8px solid #b1b4b6; padding: 6px 14px; margin: 14px 0 } .boxtitle { font-weight: bold }
th { border-bottom: 2px solid #0b0c0c } td { border-bottom: 1px solid #b1b4b6 }
"""
)
BOOK = (
    _COMMON
    + """
body { font: 10.6pt/1.55 'DejaVu Serif'; color: #111 } p { margin: 0 0 9px } .cover { text-align: center; padding-top: 70mm }
.c0 { font-size: 30pt; letter-spacing: 1px } .c1, .c2, .c3 { font-size: 14pt } .imprint { margin-top: 90mm; font-size: 9pt }
h1 { font: bold 17pt 'DejaVu Sans'; break-before: page; margin: 0 0 16px } h2 { font: bold 12.5pt 'DejaVu Sans'; color: #5a1f4d }
.toctitle { font: bold 16pt 'DejaVu Sans' } .toc.l2 { margin-left: 16px }
.box { border: 1.5px solid #5a1f4d; padding: 8px 12px; margin: 12px 0; break-inside: avoid } .boxtitle { font: bold 10.5pt 'DejaVu Sans'; margin: 0 0 5px }
th { background: #5a1f4d; color: white } td { border: 1px solid #999 }
"""
)
TYPED = (
    _COMMON
    + """
body { font: 13pt/1.75 'Liberation Serif' } .cover { text-align: center; padding-top: 60mm }
.cover p { font-size: 19pt; font-weight: bold } h1 { font-size: 14pt; text-decoration: underline; margin-top: 24px } h2 { font-size: 12pt }
.box { border: 1px solid black; padding: 6px 10px; margin: 10px 0 } td, th { border: 1px solid black; font-size: 10.5pt }
"""
)
MARGIN = (
    _COMMON
    + """
body { font: 13pt/1.9 'Liberation Serif'; color: #1a1a1a } p, .list, .box, table { margin-left: 34mm }
table { width: calc(100% - 34mm) } .cover p, .contents p, .box p, td p { margin-left: 0 }
.cover { padding-top: 40mm; border-left: 12mm solid #6b2737; padding-left: 12mm; height: 180mm }
.c0 { font: bold 25pt 'Liberation Sans' } .c1 { font: bold 20pt 'Liberation Sans'; color: #6b2737 }
h1 { font: bold 19pt 'Liberation Sans'; color: #6b2737; margin: 30px 0 14px } h2 { font: bold 13pt/1.35 'Liberation Sans' }
.toctitle { font: bold 17pt 'Liberation Sans' } .toc.l2 { margin-left: 10mm }
.box { background: #f3e9ea; padding: 8px 14px; break-inside: avoid } .boxtitle { font: bold 11pt 'Liberation Sans'; color: #6b2737; margin: 0 0 6px }
th { border-bottom: 2px solid #6b2737 } td { border-bottom: 1px solid #bbb; font-size: 10.5pt }
"""
)
LARGE_PRINT = (
    _COMMON
    + """
body { font: 14pt/1.5 'DejaVu Sans'; color: #000 } p { margin: 0 0 12px } .cover { padding-top: 30mm }
.c0 { font-size: 25pt; font-weight: bold } .c1 { font-size: 22pt; color: #275d38; font-weight: bold } .imprint { margin-top: 60mm; font-size: 12pt }
h1 { font-size: 22pt; color: #275d38; margin: 0 0 18px } h2 { font-size: 16pt } .toctitle { font-size: 20pt; font-weight: bold } .toc.l2 { margin-left: 10mm }
.box { border: 3px double #275d38; padding: 10px 16px; margin: 16px 0 } .boxtitle { font-weight: bold; font-size: 15pt; margin: 0 0 8px }
.item .m { min-width: 46px } th { background: #e3efe6 } td, th { border: 1px solid #555; font-size: 12pt }
"""
)
