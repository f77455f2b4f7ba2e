import { createGenerator } from 'ts-json-schema-generator';

/** Everything that is written as JSON: the file of the schema, its name, and the types with the files they stand in. */
const schemas = {
  'docs/decision.schema.json': {
    $id: 'bangfu.decision/1',
    title: 'What bangfu writes as JSON',
    documents: {
      DecisionsDocument: 'cli/write/documents.ts',
      DecisionsLine: 'cli/write/documents.ts',
      DecidedRow: 'cli/write/documents.ts',
      TimelineDocument: 'cli/write/documents.ts',
      Decision: 'runtime/decision.ts',
    },
  },
  'docs/diff.schema.json': {
    $id: 'bangfu.diff/1',
    title: 'What bangfu diff writes as JSON',
    documents: { DiffDocument: 'cli/diff/document.ts' },
  },
};

/** JSON Schemas (draft 7) of the outputs, made from their types and the comments beside them; by path. */
export function outputSchemas(root) {
  return Object.fromEntries(Object.entries(schemas).map(([path, one]) => [path, schemaOf(one, root)]));
}

function schemaOf({ $id, title, documents }, root) {
  const definitions = {};
  for (const [type, path] of Object.entries(documents)) {
    const generator = createGenerator({
      path: `${root}/${path}`,
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
    $id,
    title,
    $comment: `Made from ${[...new Set(Object.values(documents))].join(' and ')}: npm run docs`,
    anyOf: Object.keys(documents).map((type) => ({ $ref: `#/definitions/${type}` })),
    definitions: Object.fromEntries(names.map((name) => [name, definitions[name]])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
