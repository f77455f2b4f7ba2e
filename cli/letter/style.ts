/** Fonts are those of the reader's system; A4 when printed, one column on a telephone. */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff1; color: #1a1a1a; line-height: 1.7;
  font-family: "Songti SC", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", Georgia, "Times New Roman", serif; }
html[lang="en"] :is(h1, h2, h3, th, dt) { font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans",
  "DejaVu Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
html[lang="en"] body { line-height: 1.55;
  font-family: Georgia, "Times New Roman", "Liberation Serif", "Noto Serif", "DejaVu Serif", "Songti SC", "SimSun", "Noto Serif CJK SC", serif; }
article { max-width: 210mm; margin: 1.5rem auto; padding: 20mm 22mm; background: #fff; box-shadow: 0 1px 6px #0003; }
h1, h2, h3, th, dt { font-family: "PingFang SC", "Microsoft YaHei", "SimHei", "Noto Sans CJK SC", "Segoe UI",
  "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; text-align: center; line-height: 1.35; }
.policy { margin: .2rem 0 1.4rem; text-align: center; font-size: 1.1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 1.4rem; padding: .7rem 0;
  border: solid #999; border-width: 1px 0; font-size: .92rem; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
h2 { margin: 1.8rem 0 .4rem; font-size: 1.15rem; line-height: 1.4; break-after: avoid; }
h3 { margin: 1rem 0 .2rem; font-size: .98rem; break-after: avoid; }
p { margin: .3rem 0; }
ul { margin: .2rem 0 .6rem; padding-left: 1.5em; }
ul.plain { list-style: none; padding-left: 0; }
li { margin: .15rem 0; overflow-wrap: anywhere; }
.lead { break-after: avoid; }
.closing { margin-top: 2rem; }
.signature { width: 20rem; max-width: 100%; margin: 3rem 0 0 auto; break-inside: avoid; }
.signature p { margin: 0; padding-bottom: 2.2rem; }
.annex { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid #333; }
.annex h3 { margin-top: 1.4rem; }
table { width: 100%; border-collapse: collapse; font-size: .85rem; line-height: 1.45; }
th, td { padding: .3rem .5rem; border: 1px solid #bbb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f3f3f3; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
td:nth-child(2) { width: 22%; }
td:nth-child(3) { width: 13%; }
td:nth-child(4) { width: 22%; }
.no { font-weight: bold; }
.unknown { font-style: italic; }
html[lang="zh-CN"] .unknown { font-style: normal; text-decoration: underline dotted; }
@media (max-width: 640px) {
  body { background: #fff; }
  article { margin: 0; padding: 1.2rem 1rem 2rem; box-shadow: none; }
  h1 { font-size: 1.35rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .35rem; }
  thead { display: none; }
  table, tbody, tr, td { display: block; width: auto; }
  td:nth-child(n) { width: auto; border: 0; padding: .1rem .3rem; }
  td:first-child { font-weight: 600; }
  td:empty { display: none; }
  td[data-label]::before { content: attr(data-label); color: #666; }
  tr { padding: .35rem 0; border-bottom: 1px solid #ccc; }
}
@page { size: A4; margin: 20mm 22mm; }
@media print {
  body { background: #fff; font-size: 11pt; }
  article { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  article + article { break-before: page; }
  .annex { break-before: page; border: 0; margin: 0; padding: 0; }
}
`;
