/** The same in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/**
 * What an app that runs the policy sees of a change: `breaking` its types, inputs or the names in its decisions;
 * `compatible` something more that it may ignore; `invisible` nothing but other figures or words.
 */
export type AppEffect = 'breaking' | 'compatible' | 'invisible';
