import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { compile, evaluator, printIr } from './compiler/index.ts';
import { readsOf, expressions } from './compiler/testkit.ts';
import { fromDisk } from './test/policies/reading.ts';
for (const name of readdirSync('policies')) {
  const path = `policies/${name}/notice.policy`;
  if (!existsSync(path)) continue;
  const { policy } = compile({ path, text: readFileSync(path, 'utf8') }, fromDisk);
  if (!policy) continue;
  if (process.argv[2] === name.slice(0,2)) { console.log(printIr(policy)); }
  if (process.argv[2]) continue;
  const defs = new Map(policy.definitions.map(d => [d.id, d]));
  for (const p of policy.programmes) {
    const kinds = new Map<string, number>();
    const seen = new Set<string>();
    const roots = [p.eligible, ...p.excluded, ...(p.tier ? [p.tier.table] : []), ...p.amounts.flatMap(a => [a.base, a.heads, a.when, a.cap, a.floor, a.pay.from, a.pay.to].filter(x => x)), ];
    const walk = (e: any) => { for (const x of expressions(e)) {
      let k: string = x.k;
      if (k === 'aggregate') k = 'AGG:' + x.op + ':' + x.source.k;
      if (k === 'calendar') k = 'cal:' + (x as any).fn;
      if (k === 'outcome') k = 'OUT:' + (x as any).state;
      if (k === 'arith') k = 'arith' + (x as any).op;
      if (k === 'fact') k = 'fact:' + (x.type as any).t;
      kinds.set(k, (kinds.get(k) ?? 0) + 1);
      if (x.k === 'def' && !seen.has(x.def)) { seen.add(x.def); walk(defs.get(x.def)!.body); }
    } };
    roots.forEach(walk);
    const odd = [...kinds].filter(([k]) => /AGG|OUT|cal:|stepTime|self|ofRecord|period|roundYear|bands|arith\/|bound|field|list|tierOf|addPeriod|round|convert/.test(k)).map(([k, n]) => `${k}×${n}`);
    console.log(`${name.slice(0,2)} ${p.id} sel=${p.select?.length ?? 0} dl=${p.deadlines.length} am=${p.amounts.map(a => `${a.per.join('/')}${a.events ? ' EV' : ''}${a.pay.on ? ' on' : ''}${a.pay.yearly ? 'Y' : ''}${a.pay.from ? ' from' : ''}${a.pay.to ? ' to' : ''}${a.cap ? ' cap' : ''}${a.heads ? ' heads' : ''}`).join('; ')} ch=${policy.choices?.length ?? 0} tr=${policy.transitions.length} | ${odd.join(' ')}`);
  }
}
