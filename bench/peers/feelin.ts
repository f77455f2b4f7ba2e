import { evaluate } from 'feelin';
import { serve } from '../harness/engine.ts';
import { FIRST_DAY, FIRST_MONTH, LAST_DAY, OVER_30, TO_9, TO_19, TO_29, TODAY } from './forms/numbered.ts';
import { type Coded, decided, slowRows } from './forms/slow-rows.ts';

// One FEEL context. The library reads the text of an expression each time it evaluates it.

const expression = `{
  reached: birthDate + (if sex = "male" then 600000 else 550000),
  years: floor((totalTerms + 1) / 2),
  reason:
    if teacherType = "minban" and plannedRetirement then 1
    else if criminalRecord then 2
    else if dismissed then 3
    else if fraud then 4
    else if reached > ${TODAY} then 5
    else if province != "广东省" then 6
    else if not(list contains(["publicSchool", "publicKindergarten", "publicPreschool"], schoolKind)) then 7
    else if not(teachingPost) then 8
    else if continuousTerms < 2 then 9
    else if hiredByState or hiredBySoe then 10
    else if yearCompletedOn > ${LAST_DAY} then 11
    else 0,
  tier: if years >= 30 then 1 else if years >= 20 then 2 else if years >= 10 then 3 else 4,
  amount:
    if reason != 0 then -1
    else if tier = 1 then ${OVER_30} else if tier = 2 then ${TO_29} else if tier = 3 then ${TO_19} else ${TO_9},
  from:
    if reason != 0 then -1
    else if reached < ${FIRST_DAY} then ${FIRST_MONTH}
    else floor(reached / 10000) * 12 + modulo(floor(reached / 100), 100)
}`;

await serve(slowRows(128, (applicant) => decided(evaluate(expression, applicant).value as Coded)));
