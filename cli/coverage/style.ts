/** Colours are doubled by a sign in the margin; one column on a telephone, where long lines wrap. */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: #f4f5f6; color: #1a1a1a; line-height: 1.6;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Segoe UI", Arial, sans-serif; }
main { max-width: 68rem; margin: 0 auto; }
input { position: absolute; opacity: 0; }
label { display: inline-block; padding: .35rem .9rem; margin-right: .3rem; border: 1px solid #888; border-radius: 1rem; cursor: pointer; }
input:checked + label { background: #1d4e89; border-color: #1d4e89; color: #fff; }
input:focus-visible + label { outline: 2px solid #d97706; outline-offset: 2px; }
#zh:checked ~ main .en, #en:checked ~ main .zh { display: none; }
h1 { font-size: 1.5rem; margin: 1rem 0 .5rem; }
h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere; }
p { margin: .3rem 0; }
section { margin: 1rem 0 2rem; padding: 1rem; background: #fff; border: 1px solid #d5d8dc; border-radius: .4rem; }
meter { width: 100%; height: 1rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem 1rem; margin: 0; padding: 0; }
.legend li { padding: .1rem .6rem; }
ol { list-style: none; margin: .6rem 0 0; padding: 0; font-size: .82rem; }
ol b { display: inline-block; width: 2.6rem; padding-right: .5rem; text-align: right; color: #667; font-weight: 400; flex: none; }
ol code { white-space: pre-wrap; overflow-wrap: anywhere; font-family: "Sarasa Mono SC", "Noto Sans Mono CJK SC", "Source Han Mono SC", Consolas, Menlo, monospace; }
ol > li.plain, summary { display: flex; align-items: baseline; }
summary { cursor: pointer; }
summary::-webkit-details-marker { display: none; }
.full { background: #e3f4e6; border-left: .35rem solid #2e7d32; }
.part { background: #fff4d6; border-left: .35rem solid #c77700; }
.none { background: #fde4e1; border-left: .35rem solid #b3261e; }
.plain { border-left: .35rem solid transparent; }
summary::after { margin-left: auto; padding: 0 .5rem; font-weight: 700; }
.full > details > summary::after { content: "✓"; color: #2e7d32; }
.part > details > summary::after { content: "◐"; color: #8a5200; }
.none > details > summary::after { content: "✗"; color: #b3261e; }
details ul { list-style: none; margin: 0; padding: .2rem .5rem .4rem 2.9rem; }
details li { margin: .15rem 0; padding: .1rem .5rem; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  body { padding: .5rem; }
  section { padding: .6rem .4rem; }
  ol { font-size: .74rem; }
  ol b { width: 1.9rem; padding-right: .35rem; }
  details ul { padding-left: 1rem; }
}
@media print { details > ul { display: block; } label { display: none; } }
`;
