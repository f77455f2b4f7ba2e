import { type DuckDBConnection, DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';
import { BULK_ROWS } from '../../harness/column-session.ts';
import type { Engine } from '../../harness/engine.ts';
import { type Applicant, SCHOOL_KINDS } from '../../rule/applicant.ts';
import { Outcomes, PARTS } from '../../rule/outcomes.ts';

// One table in memory, a column a fact, as DuckDB stores them best: days as DATE, choices as ENUM. Decided by one SELECT.

const columns = `row INTEGER, sex sex, birthDate DATE, province VARCHAR, schoolKind schoolKind, teacherType teacherType,
  teachingPost BOOLEAN, continuousTerms INTEGER, totalTerms INTEGER, yearCompletedOn DATE, hiredByState BOOLEAN,
  hiredBySoe BOOLEAN, plannedRetirement BOOLEAN, criminalRecord BOOLEAN, dismissed BOOLEAN, fraud BOOLEAN`;
const FLAGS = [
  ...(['hiredByState', 'hiredBySoe', 'plannedRetirement', 'criminalRecord', 'dismissed', 'fraud'] as const),
];

const enumType = (name: string, options: readonly string[]): string =>
  `CREATE TYPE ${name} AS ENUM (${options.map((option) => `'${option}'`).join(', ')})`;

async function fill(connection: DuckDBConnection, applicants: readonly Applicant[]): Promise<void> {
  await connection.run(enumType('sex', ['male', 'female']));
  await connection.run(enumType('schoolKind', SCHOOL_KINDS));
  await connection.run(enumType('teacherType', ['minban', 'daike']));
  await connection.run(
    `CREATE TABLE given (${columns.replace(/ (sex|schoolKind|teacherType),/g, ' VARCHAR,')})`,
  );
  const to = await connection.createAppender('given');
  applicants.forEach((applicant, row) => {
    to.appendInteger(row);
    to.appendVarchar(applicant.sex);
    to.appendDate(new DuckDBDateValue(applicant.birthDate));
    to.appendVarchar(applicant.province);
    to.appendVarchar(applicant.schoolKind);
    to.appendVarchar(applicant.teacherType);
    to.appendBoolean(applicant.teachingPost);
    to.appendInteger(applicant.continuousTerms);
    to.appendInteger(applicant.totalTerms);
    to.appendDate(new DuckDBDateValue(applicant.yearCompletedOn));
    for (const flag of FLAGS) to.appendBoolean(applicant[flag]);
    to.endRow();
  });
  to.closeSync();
  await connection.run(`CREATE TABLE applicants (${columns})`);
  await connection.run('INSERT INTO applicants SELECT * FROM given ORDER BY row');
  await connection.run('DROP TABLE given');
}

/** Who is refused, and why, first rule first; `old` says that the required age is reached. */
const reasonOf = (old: string): string => `CASE
  WHEN teacherType = 'minban' AND plannedRetirement THEN 1 WHEN criminalRecord THEN 2 WHEN dismissed THEN 3
  WHEN fraud THEN 4 WHEN NOT (${old}) THEN 5 WHEN province <> '广东省' THEN 6
  WHEN schoolKind NOT IN ('publicSchool', 'publicKindergarten', 'publicPreschool') THEN 7
  WHEN NOT teachingPost THEN 8 WHEN continuousTerms < 2 THEN 9 WHEN hiredByState OR hiredBySoe THEN 10
  WHEN yearCompletedOn > DATE '1993-03-27' THEN 11 ELSE 0 END::UTINYINT`;
const tier = `CASE WHEN totalTerms > 58 THEN 1 WHEN totalTerms > 38 THEN 2 WHEN totalTerms > 18 THEN 3 ELSE 4 END::UTINYINT`;
const amount = `CASE WHEN reason > 0 THEN -1 WHEN tier = 1 THEN 90000 WHEN tier = 2 THEN 80000 WHEN tier = 3 THEN 70000
  ELSE 50000 END::INTEGER`;

export interface Wording {
  /** The required age is reached on the decision date. */
  readonly old: string;
  /** The first month of the eligible. */
  readonly from: string;
}

/** `keep`: results become a table in memory; else each result column is only summed, the least work that shows it. */
export interface Manner {
  readonly keep: boolean;
  readonly threads: number;
}

const decided = ({
  old,
  from,
}: Wording): string => `SELECT (reason = 0)::UTINYINT AS outcome, reason, CASE WHEN reason > 0 THEN 0 ELSE tier END::UTINYINT AS tier,
  ${amount} AS amount, CASE WHEN reason > 0 THEN -1 ELSE ${from} END::INTEGER AS "from"
  FROM (SELECT *, ${reasonOf(old)} AS reason, ${tier} AS tier FROM applicants)`;

const sums = PARTS.map((part) => `sum("${part}")`).join(', ');

export function duckdbEngine(wording: Wording, { keep, threads }: Manner): Engine {
  return {
    rows: BULK_ROWS,
    prepare: async (applicants) => {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run(`SET threads = ${threads}`);
      await fill(connection, applicants);
      const query = keep
        ? `CREATE OR REPLACE TABLE results AS ${decided(wording)}`
        : `SELECT ${sums} FROM (${decided(wording)})`;
      return {
        pass: async () => (await connection.run(query)).rowCount,
        outcomes: async () => {
          const found = await connection.runAndReadAll(`${decided(wording)} ORDER BY row`);
          const outcomes = new Outcomes(applicants.length);
          found.getColumns().forEach((values, at) => {
            const part = PARTS[at] as (typeof PARTS)[number];
            values.forEach((value, row) => {
              outcomes.set(part, row, Number(value));
            });
          });
          return outcomes;
        },
      };
    },
  };
}

const FIRST_MONTH = 2019 * 12;

/** Ages by its own date functions, as one writes it. */
export const BY_DATES: Wording = {
  old: `birthDate + (CASE WHEN sex = 'male' THEN INTERVAL 60 YEAR ELSE INTERVAL 55 YEAR END) <= DATE '2023-06-01'`,
  from: `CASE WHEN birthDate + (CASE WHEN sex = 'male' THEN INTERVAL 60 YEAR ELSE INTERVAL 55 YEAR END) < DATE '2019-01-01'
    THEN ${FIRST_MONTH} ELSE (year(birthDate) + CASE WHEN sex = 'male' THEN 60 ELSE 55 END) * 12 + month(birthDate) END`,
};

/** Birthdays compared with days worked out beforehand. */
export const BY_CUT_OFFS: Wording = {
  old: `birthDate <= CASE WHEN sex = 'male' THEN DATE '1963-06-01' ELSE DATE '1968-06-01' END`,
  from: `CASE WHEN birthDate < CASE WHEN sex = 'male' THEN DATE '1959-01-01' ELSE DATE '1964-01-01' END
    THEN ${FIRST_MONTH} ELSE (year(birthDate) + CASE WHEN sex = 'male' THEN 60 ELSE 55 END) * 12 + month(birthDate) END`,
};
