"""Texts that a source can bring and that a careless renderer would read as markup, or choke on."""

MARKUP = (
    "# no heading",
    "$ x^2 $ costs £5",
    "back\\slash \\n \\u{41} #panic()",
    "*bold* _emph_ `code` ~ - + = / @label <label>",
    "<script>alert(1)</script> </td></table> &amp; & < >",
    "quotes \" ' ” ’ and {{ issue.title }} {% raw %}",
    "]]> <!-- --> <?xml?> %PDF-1.7",
    "http://example.org/#a_b*c",
)
SCRIPTS = ("שלום and on", "Привет", "Ελληνικά", "ŵ ŷ Llŷn", "naïve café")
BEYOND_FONTS = ("emoji 😀 here", "中文 words", "ไทย")
LONG = "Supercalifragilistic" * 20
