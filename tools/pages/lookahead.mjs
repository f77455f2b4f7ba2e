/** `grammar/parser/lookahead-table.ts`: what may follow at each place of the grammar, so that a start need not find it out. */
export function lookaheadModule({ foundLookahead }) {
  const places = Object.entries(foundLookahead()).map(([place, alternatives]) => {
    const written = alternatives.map((paths) => paths.map((path) => path.join(' ')).join(', '));
    return `  '${place}': [${written.map((paths) => `'${paths}'`).join(', ')}],`;
  });
  return `${head}${places.join('\n')}\n};\n`;
}

const head = `// Written by \`npm run docs\` from the grammar.
/** The ways on of each alternative, parted by commas, a way's tokens by blanks; read by \`lookahead.ts\`. */
export const lookaheadTable: { readonly [place: string]: readonly string[] } = {
`;
