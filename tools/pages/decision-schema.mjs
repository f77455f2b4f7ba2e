import { createGenerator } from 'ts-json-schema-generator';

/** Everything that a command writes as JSON, by the name of its type in cli/write/documents.ts. */
const documents = ['DecisionsDocument', 'DecisionsLine', 'DecidedRow', 'TimelineDocument', 'Decision'];

const paths = { Decision: 'runtime/decision.ts' };

/** JSON Schema (draft 7) of the outputs, made from their types and the comments beside them. */
export function decisionSchema(root) {
  const definitions = {};
  for (const type of documents) {
    const generator = createGenerator({
      path: `${root}/${paths[type] ?? 'cli/write/documents.ts'}`,
      tsconfig: `${root}/tsconfig/cli.json`,
      type,
      skipTypeCheck: true,
      jsDoc: 'basic',

      additionalProperties: false,
    });
    Object.assign(definitions, generator.createSchema(type).definitions);
  }
  const names = Object.keys(definitions).sort();
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'bangfu.decision/1',
    title: 'What bangfu writes as JSON',
    $comment: 'Made from cli/write/documents.ts and runtime/decision.ts: npm run docs',
    anyOf: documents.map((type) => ({ $ref: `#/definitions/${type}` })),
    definitions: Object.fromEntries(names.map((name) => [name, definitions[name]])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
