import type { DataProblem, DataWarning, Reason } from '../decision.ts';
import type { NameOf } from './words.ts';

const DATA: { readonly [problem in Exclude<DataProblem, 'noSuchRecord'>]: string } = {
  divisionByZero: 'division by zero',
  notUnique: 'there should be one and there are several',
  noSuchDay: 'the calendar has no such day',
  notWhole: 'a number of days or months is not whole',
};

const withKey = (name: string, key: string | undefined): string =>
  key === undefined ? name : `${name} (${key})`;

/** Why something is open, and who can settle it. */
export function reasonEn(reason: Reason, nameOf: NameOf): string {
  switch (reason.kind) {
    case 'missing':
      return `${nameOf(reason.fact)} is missing`;
    case 'determination': {
      const what = reason.fact ?? reason.parameter ?? reason.what;
      const name = what === undefined ? '' : withKey(nameOf(what), reason.key);
      // A line that is nothing but this is called by its words.
      const named = name === '' || name === `decided by ${reason.by}` ? '' : `: ${name}`;
      return `to be determined by ${reason.by}${named}`;
    }
    case 'parameter':
      return `parameter not given: ${withKey(nameOf(reason.parameter), reason.key)}`;
    case 'waiting':
      return reason.until === null
        ? `waiting for ${nameOf(reason.step)}`
        : `waiting for ${nameOf(reason.step)} until ${reason.until}`;
    case 'unspecified':
      return `the notice does not say: ${reason.text === '' ? nameOf(reason.at) : reason.text}`;
    case 'contradiction':
      return `the notice contradicts itself: ${reason.text}`;
    case 'calendar':
      return `holidays and lunar dates are published only through ${reason.through}`;
    case 'population':
      return 'subject' in reason
        ? `all records of ${nameOf(reason.subject)} are needed`
        : 'depends on the other applicants: all must be ranked together';
    case 'data':
      if (reason.problem === 'noSuchRecord') return `there is no record with this id: ${nameOf(reason.at)}`;
      return `the data are wrong: ${DATA[reason.problem]}`;
  }
}

export function warningEn(warning: DataWarning, nameOf: NameOf): string {
  const place = nameOf(warning.path);
  switch (warning.problem) {
    case 'afterDecisionDate':
      return `${place} is dated ${warning.detail}, after the day decided for, and was set aside`;
    case 'differsFromComputed':
      return `${place} differs from what is computed: ${warning.detail}; what was given stands`;
    case 'dueDatesContradict':
      return `two due dates of ${place} contradict: ${warning.detail}; the earlier one binds`;
    case 'outsideValidity':
      return `payments of ${place} go beyond the term of the policy (${warning.detail})`;
    case 'shorterThanRequired':
      return `${place} was shorter than required: ${warning.detail}`;
    case 'beforePeriod':
      return `${place} was done before its period: ${warning.detail}`;
  }
}
