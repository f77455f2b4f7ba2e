/** The files of a new policy folder, by name. */
export interface Template {
  readonly 'notice.policy': string;
  readonly 'parameters.yaml': string;
  readonly 'cases.yaml': string;
  readonly 'clauses.yaml': string;
}
