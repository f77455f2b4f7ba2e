/** What `npm start` does once everything is built: the one place to change its arguments. */
export const mainJob = [
  ['build', 'policies', '--out', 'build/policies'],
  [
    'decide',
    'policies/15-former-teachers-allowance/notice.policy',
    'examples/register-15/applicants.csv',
    '--parameters',
    'policies/15-former-teachers-allowance/parameters.yaml',
    '--as-of',
    '2023-06-01',
    '--format',
    'table',
  ],
];
