/** One column on a telephone; side by side on a wide screen and on paper. Colours are doubled by signs and words. */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: #f4f5f6; color: #1a1a1a; line-height: 1.6;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", Arial, sans-serif; }
main { max-width: 72rem; margin: 0 auto; }
input[type="radio"] { position: absolute; opacity: 0; }
body > label { display: inline-block; padding: .35rem .9rem; margin-right: .3rem; border: 1px solid #888; border-radius: 1rem; cursor: pointer; }
input:checked + label { background: #1d4e89; border-color: #1d4e89; color: #fff; }
input:focus-visible + label { outline: 2px solid #d97706; outline-offset: 2px; }
#zh:checked ~ main.en, #en:checked ~ main.zh { display: none; }
h1 { font-size: 1.5rem; margin: 1rem 0 .2rem; line-height: 1.35; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
p { margin: .3rem 0; overflow-wrap: anywhere; }
.dim { color: #556; font-size: .88rem; }
article { margin: 1rem 0 2.5rem; padding: 1rem 1.2rem; background: #fff; border: 1px solid #d5d8dc; border-radius: .4rem; }
.facts { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0; padding: 0; list-style: none; }
.facts li { flex: 1 1 8rem; padding: .5rem .8rem; border: 1px solid #d5d8dc; border-radius: .4rem; }
.facts b { display: block; font-size: 1.35rem; }
.facts .winner { border-left: .35rem solid #2e7d32; }
.facts .loser { border-left: .35rem solid #b3261e; }
.facts .mixed, .facts .opened { border-left: .35rem solid #c77700; }
.change { margin: .7rem 0; padding: .6rem .8rem; border: 1px solid #d5d8dc; border-left: .35rem solid #c77700; border-radius: .3rem; break-inside: avoid; }
.change.added { border-left-color: #2e7d32; }
.change.gone { border-left-color: #b3261e; }
.change.silent { border-left-color: #99a; }
.tags { margin: 0; font-size: .84rem; color: #445; }
.tags span { margin-right: .8rem; }
.tags .break { color: #b3261e; font-weight: 700; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin-top: .4rem; }
.sides > div { min-width: 0; padding: .35rem .5rem; font-size: .84rem; background: #f7f7f7; }
.sides .old { background: #fdeeec; }
.sides .new { background: #e9f6eb; }
.sides code { display: block; white-space: pre-wrap; overflow-wrap: anywhere;
  font-family: "Sarasa Mono SC", "Noto Sans Mono CJK SC", "Source Han Mono SC", Consolas, Menlo, monospace; }
.sides small { color: #667; }
table { width: 100%; border-collapse: collapse; font-size: .88rem; }
th, td { padding: .3rem .5rem; border: 1px solid #c6cad0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f0f2f4; overflow-wrap: normal; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr { break-inside: avoid; }
figure { margin: 1rem 0; break-inside: avoid; }
figcaption { font-size: .9rem; }
svg { display: block; width: 100%; max-width: 44rem; height: auto; font-size: 12px; }
svg text { fill: #333; }
svg .axis { font-size: 13px; }
svg path { fill: none; }
svg .grid { stroke: #dde; }
svg .before { stroke: #555; stroke-width: 2; stroke-dasharray: 6 4; }
svg .after { stroke: #1d4e89; stroke-width: 2.5; }
svg .own { stroke: #c77700; stroke-width: 1.5; stroke-dasharray: 2 3; }
svg.groups { max-width: none; height: 1.6rem; margin-bottom: .8rem; }
svg .winner { fill: #2e7d32; }
svg .loser { fill: #b3261e; }
svg .mixed, svg .opened { fill: #c77700; }
svg .other { fill: #5b6b8c; }
svg .unchanged { fill: #d5d8dc; }
svg .more { fill: #2e7d3255; }
svg .less { fill: #b3261e55; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .3rem 0 0; padding: 0; list-style: none; font-size: .86rem; }
.legend li::before { content: ""; display: inline-block; width: 1.6rem; margin-right: .4rem; border-top: 3px solid #1d4e89; vertical-align: middle; }
.legend .before::before { border-top: 3px dashed #555; }
.legend .own::before { border-top: 3px dotted #c77700; }
.wide { overflow-x: auto; }
.months td:first-child, .wide td:first-child { white-space: nowrap; }
h2, figcaption { break-after: avoid; }
.judgement textarea { width: 100%; min-height: 6rem; padding: .5rem; font: inherit; border: 1px solid #888; border-radius: .3rem; }
.judgement p { display: flex; flex-wrap: wrap; gap: 1.2rem; }
.judgement u { display: inline-block; min-width: 9rem; border-bottom: 1px solid #555; text-decoration: none; }
@media (max-width: 640px) {
  body { padding: .5rem; }
  article { padding: .7rem .6rem; }
  .sides { grid-template-columns: 1fr; }
  table { font-size: .8rem; }
  th, td { padding: .2rem .3rem; }
  td.number { white-space: normal; }
  td:first-child { overflow-wrap: normal; }
  .wide table { width: max-content; min-width: 100%; }
  .wide td, .wide th { white-space: nowrap; }
  .wide td:first-child, .wide th:first-child { position: sticky; left: 0; background: #f0f2f4; }
  svg { font-size: 15px; }
  svg .axis { font-size: 17px; }
}
@page { size: A4; margin: 15mm; }
@media print {
  body { background: #fff; padding: 0; font-size: 10pt; }
  body > input, body > label { display: none; }
  article { border: 0; padding: 0; }
  .wide { overflow-x: visible; }
  .wide table { font-size: 8pt; }
  .wide td.number { white-space: normal; }
  article + article { break-before: page; }
}
`;
