import type { Clause, Head, Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Kit } from './kit.ts';

type Kind = Clause['kind'];

/** The clauses that mean something on a line, beside 依据; `below` is for the labelled lines and rows under it. */
const meant: {
  readonly [head in Head]?: { readonly own?: readonly Kind[]; readonly below?: readonly Kind[] };
} = {
  parameter: { own: ['by'] },
  subject: { below: ['proof', 'by', 'fallback'] },
  circumstances: { below: ['proof', 'by', 'fallback'] },
  define: { own: ['when'], below: ['when'] },
  eligible: { own: ['when'], below: ['when'] },
  excluded: { own: ['when'], below: ['when'] },
  noDouble: { below: ['when'] },
  except: { own: ['when'], below: ['when'] },
  amount: { own: ['when'], below: ['when'] },
  grants: { own: ['when'], below: ['when'] },
  route: { below: ['when', 'refer'] },
  documents: { own: ['countedBy'], below: ['when', 'by'] },
  deadline: { own: ['when'], below: ['when'] },
  shares: { own: ['by'], below: ['by'] },
  order: { own: ['by'] },
  ties: { own: ['by'] },
  vacancy: { own: ['by'] },
  mismatch: { own: ['by'] },
  procedure: { below: ['by', 'when', 'countedBy'] },
  duty: { below: ['when'] },
  target: { below: ['when'] },
  assert: { own: ['when'], below: ['when'] },
};

/** Heads that give something a name; on another one a label would be lost. */
const named: ReadonlySet<Head> = new Set<Head>([
  'notice',
  'library',
  'parameter',
  'unit',
  'enumeration',
  'subject',
  'circumstances',
  'define',
  'programme',
  'procedure',
  'duty',
  'target',
  'grants',
  'assert',
  'except',
]);

/** Blocks without any: these stay the same objects where nothing changes. */
const clean = new WeakSet<Statement>();

/** A clause or a label that nothing would ever read is refused: it must not look as if it counted. */
export function strayClauses(kit: Kit, blocks: readonly Statement[]): void {
  for (const block of blocks) {
    if (clean.has(block)) continue;
    const before = kit.reporter.found.length;
    strayIn(kit, [block], null);
    if (kit.reporter.found.length === before) clean.add(block);
  }
}

function strayIn(kit: Kit, statements: readonly Statement[], under: Head | null): void {
  for (const statement of statements) {
    if (statement.name && statement.head && !named.has(statement.head)) {
      const text = kit.resolved.textOf(statement.name.span);
      kit.reporter.report(codes.strayClause, statement.name.span, { clause: text });
    }
    const place = statement.head ?? under;
    const allowed = (place && (statement.head ? meant[place]?.own : meant[place]?.below)) ?? [];
    for (const clause of statement.clauses) {
      if (clause.kind === 'cite' || clause.kind === 'accept' || allowed.includes(clause.kind)) continue;
      const text = kit.resolved.textOf(clause.span);
      kit.reporter.report(codes.strayClause, clause.span, { clause: text });
    }
    strayIn(kit, statement.children, place);
  }
}
