"""How a review looks as a web page: one style sheet, light and dark by what the reader's system asks for, and for print."""

from __future__ import annotations

_LIGHT = (
    "--canvas:#F6F3EC;--surface:#FFFDF9;--line:#E4DDD0;--text:#211E19;--muted:#575146;--subtle:#6A6357;--mine:#E2EEE8;"
    "--accent:#1B6454;--accent-soft:#DCEBE4;--accent-text:#17594A;--amber:#B06F00;--amber-soft:#FAEBCB;--amber-text:#7C4E00;"
    "--brick:#BF4A2C;--brick-soft:#FAE3DA;--brick-text:#9A3519;--blue:#3B6EA8;--blue-soft:#DFEAF5;--blue-text:#2A5688;"
    "--stone:#857D6F;--stone-soft:#EDE8DD;--stone-text:#575146"
)
_DARK = (
    "--canvas:#151411;--surface:#1D1B18;--line:#35322C;--text:#F2EEE6;--muted:#BBB4A7;--subtle:#A1998B;--mine:#1E3A33;"
    "--accent:#63C5AC;--accent-soft:#1B3A32;--accent-text:#7FD6C0;--amber:#E3A83C;--amber-soft:#3A2C10;--amber-text:#F0C06A;"
    "--brick:#E97B5B;--brick-soft:#44231A;--brick-text:#F6A084;--blue:#79ABE0;--blue-soft:#1B2F46;--blue-text:#9CC4EE;"
    "--stone:#968E80;--stone-soft:#2B2924;--stone-text:#BBB4A7"
)
_HUES = ("accent", "amber", "brick", "blue", "stone")
_HUED = "".join(
    f".{h}{{--hue:var(--{h});--soft:var(--{h}-soft);--ink:var(--{h}-text)}}" for h in _HUES
)  # fmt: skip
_BODY = """
*{box-sizing:border-box}
html{background:var(--canvas);color:var(--text);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:66rem;padding:2.5rem 1.5rem 4rem;font:1rem/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,blockquote,.said{font-family:Newsreader,Georgia,"Times New Roman",serif;font-weight:500}
h1{font-size:2.1rem;line-height:1.15;margin:.4rem 0 .6rem}
h2{font-size:1.45rem;line-height:1.2;margin:2.4rem 0 .8rem}
h3{font-size:1rem;margin:0;font-weight:600}
p{margin:.3rem 0}
a{color:inherit;text-decoration-color:var(--subtle);text-underline-offset:.15em}
a:focus-visible,:target{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
.about,.foot,.small{color:var(--muted);font-size:.875rem}
.about b{color:var(--text);font-weight:600}
.lead{font-size:1.1rem;color:var(--muted);max-width:44rem}
header{margin-bottom:1.2rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:1rem 1.15rem;margin:0 0 1rem}
.one{border-left:4px solid var(--accent)}
.one p:first-of-type{font-size:1.1rem}
.ladder{display:grid;grid-template-columns:repeat(4,1fr);gap:.4rem;list-style:none;padding:0;margin:1.2rem 0 1rem;max-width:44rem}
.ladder li{border-top:6px solid var(--line);padding-top:.35rem;color:var(--subtle);font-size:.9rem}
.ladder .on{border-color:var(--hue)}
.ladder .here{color:var(--text);font-weight:600}
figure{margin:1rem 0}
figure svg{display:block;width:100%;height:auto;overflow:visible}
figcaption{color:var(--muted);font-size:.875rem}
svg text{font-size:11px;fill:var(--subtle)}
svg .grid{stroke:var(--line);stroke-width:1}
svg .curve{fill:none;stroke:var(--accent);stroke-width:2.5;stroke-linejoin:round}
svg .dot{fill:var(--hue);stroke:var(--surface);stroke-width:2}
blockquote{margin:.5rem 0;padding-left:.9rem;border-left:3px solid var(--line);font-size:1.1rem;line-height:1.4}
ul.plain{list-style:none;margin:.5rem 0;padding:0}
ul.plain>li{padding:.3rem 0}
.chip{display:inline-block;background:var(--soft);color:var(--ink);font-size:.78rem;font-weight:600;line-height:1.5;border-radius:6px;padding:.05rem .5rem;white-space:nowrap}
.criterion{padding:.75rem 0;border-top:1px solid var(--line)}
.criterion:first-of-type{border-top:0;padding-top:.2rem}
.criterion h3 span{float:right;color:var(--muted);font-weight:400;font-variant-numeric:tabular-nums}
.check{display:grid;grid-template-columns:8.2rem 1fr;gap:.2rem .9rem;padding:.3rem 0}
.check q,.answers q{color:var(--muted)}
.check.quiet p{color:var(--subtle)}
.check p.mark{color:var(--blue-text);font-size:.875rem}
.no{color:var(--subtle);font-size:.78rem;font-variant-numeric:tabular-nums;text-decoration:none;white-space:nowrap}
ol.said{list-style:none;margin:0;padding:0;font-size:1.08rem;line-height:1.5}
ol.said>li{display:grid;grid-template-columns:1fr 17rem;gap:.2rem 1.6rem;padding:.55rem 0;border-top:1px solid var(--line)}
ol.said .who{font:600 .8rem/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:var(--muted);display:flex;gap:.6rem}
ol.said .who time,ol.said .who a{font-weight:400;color:var(--subtle)}
ol.said p{margin:.1rem 0 0;white-space:pre-wrap}
.words{align-self:start}
.mine .words{background:var(--mine);border-radius:10px;padding:.45rem .75rem .55rem}
.theirs .words{padding:.1rem .75rem .2rem}
mark{background:var(--soft);color:inherit;border-bottom:2px solid var(--hue);padding:.05em 0}
.notes{font:.85rem/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;color:var(--muted)}
.notes div{border-left:3px solid var(--hue);padding:.1rem 0 .1rem .6rem;margin:.15rem 0 .5rem}
.notes .chip{margin-bottom:.1rem}
.foot{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:.8rem}
@media (max-width:46rem){svg text{font-size:19px}body{padding:1.2rem 1rem 3rem}h1{font-size:1.7rem}ol.said>li{grid-template-columns:1fr}.check{grid-template-columns:1fr}.notes{padding-left:.75rem}}
@media print{
@page{margin:16mm 15mm}
html{background:#fff}
body{max-width:none;padding:0;font-size:10.5pt}
.card{border-color:#ccc}
h2,h3,.who{break-after:avoid}
.check,.notes div,.ladder,figure,.one{break-inside:avoid}
ol.said>li{grid-template-columns:1fr 12.5rem;break-inside:avoid}
a{text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""
STYLE = (
    f":root{{color-scheme:light dark;{_LIGHT}}}@media (prefers-color-scheme:dark){{:root{{{_DARK}}}}}"
    f"@media print{{:root{{{_LIGHT}}}}}{_HUED}{_BODY.strip()}"
)
